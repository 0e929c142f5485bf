import { readFileSync } from "node:fs";
import { NoAnswer } from "../command";

/** A link or mirror topic in a Terraform state, without what is secret. */
export interface StateInstance {
  readonly address: string;
  /** Address of the resource, without the key of the instance. */
  readonly resource: string;
  readonly module: string;
  readonly type: string;
  readonly isKeyed: boolean;
  /** Id in the state. */
  readonly id: string;
  /** Ids and endpoints, by path like `source_kafka_cluster.id`. */
  readonly identity: Readonly<Record<string, string>>;
}

interface StateJson {
  readonly version?: unknown;
  readonly resources?: readonly {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

const TYPES = ["confluent_cluster_link", "confluent_kafka_mirror_topic"];
const BLOCKS = /^(source|destination|local|remote)_kafka_cluster$|^kafka_cluster$/u;

/** The links and mirror topics in what `terraform state pull` wrote. */
export function readState(file: string): readonly StateInstance[] {
  let state: StateJson | null;
  try {
    state = JSON.parse(readFileSync(file, "utf8")) as StateJson | null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new NoAnswer(code === undefined ? `${file} is no JSON.` : `${file} cannot be read (${code}).`);
  }
  if (state?.version !== 4) throw new NoAnswer(`${file} is no state as "terraform state pull" writes it.`);
  return (state.resources ?? [])
    .filter(({ mode, type }) => mode === "managed" && TYPES.includes(type))
    .flatMap(({ module = "", type, name, instances }) => {
      const resource = `${module === "" ? "" : `${module}.`}${type}.${name}`;
      return instances.map(({ index_key: key, attributes = {} }): StateInstance => ({
        address: key === undefined ? resource : `${resource}[${JSON.stringify(key)}]`,
        resource,
        module,
        type,
        isKeyed: key !== undefined,
        id: String(attributes["id"]),
        identity: identityIn(attributes),
      }));
    });
}

function identityIn(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(attributes).flatMap(([block, value]) => {
    const [cluster] = BLOCKS.test(block) && Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : [];
    return ["id", "rest_endpoint", "bootstrap_endpoint"].flatMap((name) => {
      const text = cluster?.[name];
      return typeof text === "string" && text !== "" ? [[`${block}.${name}`, text] as const] : [];
    });
  });
  return Object.fromEntries(entries);
}
