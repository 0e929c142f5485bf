import {
  asBlocks,
  asExpression,
  asLiteral,
  asReference,
  asReferences,
  block,
  condition,
  plainBody,
  shapedBody,
  type Body,
} from "./body";
import { NotInHcl } from "./expression";
import { emptyShape, type Shapes } from "./shapes";

/** HCL of a stack, or what of it cannot be written. */
export interface StackText {
  readonly hcl: string;
  /** Address or name of the block, and what is the matter. */
  readonly refused: readonly { readonly what: string; readonly why: string }[];
}

/** Writes blocks of one kind: `[address, lines]` of each. */
type Kind = (value: unknown, shapes: Shapes) => [address: string, write: () => string][];

const each = (value: unknown): [string, unknown][] => Object.entries(value as Body);
const list = (value: unknown): Body[] => (Array.isArray(value) ? (value as Body[]) : [value as Body]);

const named =
  (kind: string, members: Parameters<typeof plainBody>[1]): Kind =>
  (value) =>
    each(value).map(([name, body]) => [
      `${kind}.${name}`,
      () => block(`${kind} "${name}"`, plainBody(body as Body, members)),
    ]);

const typed =
  (kind: "resource" | "data"): Kind =>
  (value, shapes) =>
    each(value).flatMap(([type, instances]) =>
      each(instances).map(([name, body]): [string, () => string] => [
        `${kind === "data" ? "data." : ""}${type}.${name}`,
        () => {
          const lines = shapedBody(body as Body, shapes.get(`${kind}.${type}`) ?? emptyShape());
          return block(`${kind} "${type}" "${name}"`, lines);
        },
      ]),
    );

const unnamed =
  (kind: string, members: Parameters<typeof plainBody>[1]): Kind =>
  (value) =>
    list(value).map((body) => [kind, () => block(kind, plainBody(body, members))]);

const WORKSPACES = {
  workspaces: asBlocks({ name: asLiteral, project: asLiteral, prefix: asLiteral, tags: asLiteral }),
};

const terraformBlock: Kind = (value) =>
  list(value).map((body) => [
    "terraform",
    () => {
      const { backend, cloud, ...rest } = body;
      const settings = Object.fromEntries(Object.keys(rest).map((name) => [name, asLiteral]));
      const literalBody = (given: unknown): string[] => {
        const literals = Object.fromEntries(Object.keys(given as Body).map((name) => [name, asLiteral]));
        return plainBody(given as Body, { ...literals, ...WORKSPACES });
      };
      return block("terraform", [
        ...plainBody(
          rest,
          Object.fromEntries(
            Object.entries(settings).map(([name, member]) => [
              name,
              name === "required_providers" ? requiredProviders : member,
            ]),
          ),
        ),
        ...(backend === undefined
          ? []
          : each(backend).map(([type, given]) => block(`backend "${type}"`, literalBody(given)))),
        ...(cloud === undefined ? [] : [block("cloud", literalBody(cloud))]),
      ]);
    },
  ]);

function requiredProviders(_: string, value: unknown): string[] {
  return list(value).map((providers) =>
    block(
      "required_providers",
      plainBody(providers, Object.fromEntries(Object.keys(providers).map((name) => [name, asLiteral]))),
    ),
  );
}

const providers: Kind = (value, shapes) =>
  each(value).flatMap(([type, configurations]) =>
    list(configurations).map((body): [string, () => string] => [
      `provider.${type}`,
      () => block(`provider "${type}"`, shapedBody(body, shapes.get(`provider.${type}`) ?? emptyShape(), false)),
    ]),
  );

const checks: Kind = (value, shapes) =>
  each(value).map(([name, body]) => [
    `check.${name}`,
    () => {
      const { data = {}, assert = [] } = body as Body;
      return block(`check "${name}"`, [
        ...typed("data")(data, shapes).map(([, write]) => write()),
        ...condition("assert", assert),
      ]);
    },
  ]);

const locals: Kind = (value) => list(value).map((body) => ["locals", () => block("locals", plainBody(body))]);

const modules: Kind = (value) =>
  each(value).map(([name, body]) => [
    `module.${name}`,
    () =>
      block(
        `module "${name}"`,
        plainBody(body as Body, {
          source: asLiteral,
          version: asLiteral,
          depends_on: asReferences,
          providers: (_, given) => [
            block(
              "providers =",
              each(given).map(([alias, address]) => `${alias} = ${String(address)}`),
            ),
          ],
        }),
      ),
  ]);

/** Every kind of block that a stack's JSON can have, in the order in which people look for them. */
const KINDS: Readonly<Record<string, Kind>> = {
  terraform: terraformBlock,
  provider: providers,
  variable: named("variable", {
    type: asReference,
    default: asLiteral,
    description: asLiteral,
    sensitive: asLiteral,
    nullable: asLiteral,
    validation: condition,
  }),
  locals,
  data: typed("data"),
  resource: typed("resource"),
  module: modules,
  moved: unnamed("moved", { from: asReference, to: asReference }),
  removed: unnamed("removed", { from: asReference, lifecycle: asBlocks({ destroy: asLiteral }) }),
  import: unnamed("import", { to: asReference, id: asExpression, for_each: asExpression, provider: asReference }),
  check: checks,
  output: named("output", {
    description: asLiteral,
    sensitive: asLiteral,
    depends_on: asReferences,
    precondition: condition,
  }),
};

/** A stack's JSON as HCL with the same meaning. */
export function stackText(json: Body, shapes: Shapes): StackText {
  const refused: { what: string; why: string }[] = [];
  const blocks: string[] = [];
  for (const [kind, write] of Object.entries(KINDS)) {
    const value = json[kind];
    if (value === undefined || value === null) continue;
    for (const [what, text] of write(value, shapes)) {
      try {
        blocks.push(text());
      } catch (error) {
        if (!(error instanceof NotInHcl)) throw error;
        refused.push({ what, why: error.message });
      }
    }
  }
  for (const kind of Object.keys(json).filter((name) => name !== "//" && !(name in KINDS))) {
    refused.push({ what: kind, why: "blocks of a kind that this version does not know" });
  }
  return { hcl: `${blocks.join("\n\n")}\n`, refused };
}
