import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { NoAnswer } from "../command";
import { attributes, printable, type Attributes } from "./attributes";

/** What a plan does to one object. */
export type PlannedAction = "create" | "update" | "delete" | "replace" | "forget" | "keep";

/** One object of a plan, without what is secret. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
  /** Why Terraform deletes or replaces it, in Terraform's own word. */
  readonly reason: string | undefined;
  /** What makes it replace the object, such as `kafka_cluster.rest_endpoint`. */
  readonly replacedFor: readonly string[];
  readonly isImported: boolean;
  /** What a replacement left over that did not come to its end. */
  readonly isDeposed: boolean;
  readonly before: Attributes;
  readonly after: Attributes;
}

export interface ReadPlan {
  readonly changes: readonly PlannedChange[];
  /** Whether Terraform failed while it made the plan. */
  readonly errored: boolean;
}

/** Name of the file that means standard input. */
export const STANDARD_INPUT = "-";

const SHOW = "terraform show -json FILE";

const ACTIONS: Readonly<Record<string, PlannedAction | undefined>> = {
  "no-op": "keep",
  read: "keep",
  create: "create",
  update: "update",
  delete: "delete",
  forget: "forget",
  "delete,create": "replace",
  "create,delete": "replace",
  "create,forget": "forget",
};

/** The plan in a file or on standard input, as `terraform show -json` writes it. Nothing that is read gets into what is thrown. */
export async function readPlan(file: string): Promise<ReadPlan> {
  const name = file === STANDARD_INPUT ? "Standard input" : file;
  const content = await contentOf(file, name);
  const json = parsed(content, name);
  const plan = recognised(json, name);
  const changes = plan["resource_changes"] ?? [];
  if (!Array.isArray(changes)) throw new NoAnswer(`${name} is no plan that this release can read.`);
  return {
    changes: changes.flatMap((change: unknown) => {
      const { mode = "managed" } = memberOf(change, name);
      return mode === "managed" ? [changeIn(change, name)] : [];
    }),
    errored: plan["errored"] === true,
  };
}

async function contentOf(file: string, name: string): Promise<Buffer> {
  try {
    return file === STANDARD_INPUT ? await buffer(process.stdin) : readFileSync(file);
  } catch (error) {
    throw new NoAnswer(`${name} cannot be read (${String((error as NodeJS.ErrnoException).code)}).`);
  }
}

function parsed(content: Buffer, name: string): unknown {
  if (content.length === 0) throw new NoAnswer(`${name} is empty. What is read is written by "${SHOW}".`);
  if (content.subarray(0, 2).toString("latin1") === "PK") {
    throw new NoAnswer(`${name} is the plan as Terraform saves it. Show it as JSON first: ${SHOW}`);
  }
  const text = textOf(content, name);
  try {
    return JSON.parse(text);
  } catch {
    if (/^\{"@level"/u.test(text)) {
      throw new NoAnswer(`${name} is what "terraform plan -json" tells. Save the plan with -out, and then: ${SHOW}`);
    }
    throw new NoAnswer(`${name} is no JSON. What is read is written by "${SHOW}".`);
  }
}

function textOf(content: Buffer, name: string): string {
  try {
    const isWide = content[0] === 0xff && content[1] === 0xfe;
    return content.toString(isWide ? "utf16le" : "utf8").replace(/^\ufeff/u, "");
  } catch (error) {
    throw new NoAnswer(`${name} cannot be read (${String((error as NodeJS.ErrnoException).code)}).`);
  }
}

function recognised(json: unknown, name: string): Readonly<Record<string, unknown>> {
  const plan = memberOf(json, name);
  if ("lineage" in plan || ("values" in plan && !("planned_values" in plan))) {
    throw new NoAnswer(`${name} is a state, and no plan. What is read is written by "${SHOW}", of a saved plan.`);
  }
  const { format_version: version } = plan;
  if (typeof version !== "string" || !("planned_values" in plan || "resource_changes" in plan)) {
    throw new NoAnswer(`${name} is no plan. What is read is written by "${SHOW}".`);
  }
  if (!/^[01]\.\d{1,9}$/u.test(version)) {
    throw new NoAnswer(`${name} is a plan in a form that this release does not know. It reads 1.x.`);
  }
  return plan;
}

function changeIn(json: unknown, name: string): PlannedChange {
  const { address, type, change, deposed, action_reason: reason } = memberOf(json, name);
  const { actions, before, after, importing, ...rest } = memberOf(change, name);
  if (typeof address !== "string" || typeof type !== "string" || !Array.isArray(actions)) {
    throw new NoAnswer(`${name} has parts that this release cannot read.`);
  }
  const said = actions.map(String).join();
  const action = Object.hasOwn(ACTIONS, said) ? ACTIONS[said] : undefined;
  if (action === undefined) {
    throw new NoAnswer(`${name} has actions for ${printable(address)} that this release does not know.`);
  }
  const paths = rest["replace_paths"];
  return {
    address: printable(address),
    type,
    action,
    reason: typeof reason === "string" ? reason : undefined,
    replacedFor: Array.isArray(paths) ? paths.map(pathText).filter((path) => path !== "") : [],
    isImported: typeof importing === "object" && importing !== null,
    isDeposed: typeof deposed === "string",
    before: attributes(before, rest["before_sensitive"]),
    after: attributes(after, rest["after_sensitive"]),
  };
}

const pathText = (path: unknown): string =>
  Array.isArray(path) ? path.filter((step) => typeof step === "string" && /^\w+$/u.test(step)).join(".") : "";

function memberOf(json: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  throw new NoAnswer(`${name} is no plan that this release can read. What is read is written by "${SHOW}".`);
}
