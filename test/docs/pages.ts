import { filesBelow } from "../house/repository";

/** The pages that people write. Those of the reference are generated. */
export const PAGES = filesBelow("docs", ".md")
  .filter((path) => !path.startsWith("docs/reference/"))
  .sort();
