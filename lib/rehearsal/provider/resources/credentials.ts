import type { AttributePath, Diagnostic, Values } from "../resource";
import { checkAttributes, checkBlock, isNotEmpty } from "./validation";

/** The block of a key; none when there is no key. */
export const credentialsBlock = (key: string, secret: string): readonly Values[] =>
  key === "" && secret === "" ? [] : [{ key, secret }];

/** Validation of the block `credentials`. */
export const checkCredentials = (values: Values, path: AttributePath = []): readonly Diagnostic[] =>
  checkBlock(
    values,
    "credentials",
    (item, inside) => checkAttributes(item, { key: isNotEmpty, secret: isNotEmpty }, inside),
    path,
  );
