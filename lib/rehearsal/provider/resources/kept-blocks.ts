import type { Values } from "../resource";
import { blocksAt } from "./values";

/** What computed blocks without an entry in the configuration keep of the state. */
export const keptBlocks = (config: Values, prior: Values, names: readonly string[]): Values =>
  Object.fromEntries(
    names.filter((name) => blocksAt(config, name).length === 0).map((name) => [name, prior[name] ?? []]),
  );
