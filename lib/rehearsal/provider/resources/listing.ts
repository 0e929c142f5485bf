import type { Rest } from "./rest";
import { query } from "./url-text";

const PAGE_SIZE = 99;

interface Page {
  readonly data?: readonly unknown[];
  readonly metadata?: { readonly next?: string | null };
}

/** All items of a list of the control plane, page after page. */
export async function listAll(
  rest: Rest,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let token = "";
  do {
    const all = { ...parameters, page_size: PAGE_SIZE, ...(token === "" ? {} : { page_token: token }) };
    const { data = [], metadata } = (await rest.get(`${path}?${query(all)}`)) as Page;
    items.push(...data);
    const next = metadata?.next ?? "";
    token = next === "" ? "" : (new URL(next, "http://localhost").searchParams.get("page_token") ?? "");
  } while (token !== "");
  return items;
}
