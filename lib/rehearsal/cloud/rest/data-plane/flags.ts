import { notEmulated } from "../../refusals";
import { RequestRefusal } from "../refusal";

/** A query parameter that is `true` or `false`. */
export function flag(query: URLSearchParams, name: string, absent = false): boolean {
  const value = query.get(name);
  if (value === null || value === "") return absent;
  if (value === "true") return true;
  if (value === "false") return false;
  throw new RequestRefusal(400, `${name} is true or false`);
}

/** Refuses a trial run where the model has none: the work would be done for real. */
export function refuseTrial(validateOnly: boolean, of: string): void {
  if (validateOnly) throw notEmulated(`validate_only of ${of}`);
}
