import { ControlPlaneError } from "../../control-plane-error";
import type { Answer } from "../route";
import { CONTROL_PLANE } from "./shape";

const DEFAULT_SIZE = 10;
const LARGEST_SIZE = 100;

/** What a list is called. */
export interface ListName {
  readonly apiVersion: string;
  /** Such as `EnvironmentList`. */
  readonly kind: string;
  readonly path: string;
}

/** One page of a list, with the address of the next one where there is more. */
export function page<Item>(
  { apiVersion, kind, path }: ListName,
  query: URLSearchParams,
  items: readonly Item[],
  toBody: (item: Item) => unknown,
): Answer {
  const size = sizeOf(query);
  const start = startOf(query);
  const end = start + size;
  const url = `${CONTROL_PLANE}${path}`;
  const metadata = {
    first: url,
    ...(end < items.length ? { next: nextUrl(url, query, end) } : {}),
    total_size: items.length,
  };
  return { status: 200, body: { api_version: apiVersion, kind, metadata, data: items.slice(start, end).map(toBody) } };
}

function nextUrl(url: string, query: URLSearchParams, end: number): string {
  const next = new URLSearchParams(query);
  next.set("page_token", Buffer.from(JSON.stringify({ start: end })).toString("base64url"));
  return `${url}?${next.toString()}`;
}

function sizeOf(query: URLSearchParams): number {
  const text = query.get("page_size");
  if (text === null || text === "") return DEFAULT_SIZE;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_SIZE) {
    throw new ControlPlaneError(400, "invalid_page_size", `page_size is a number from 1 to ${LARGEST_SIZE}`);
  }
  return size;
}

function startOf(query: URLSearchParams): number {
  const token = query.get("page_token");
  if (token === null || token === "") return 0;
  const start = decodedStart(token);
  if (start === undefined) {
    throw new ControlPlaneError(400, "invalid_page_token", "page_token is not one that was given out");
  }
  return start;
}

function decodedStart(token: string): number | undefined {
  try {
    const value = JSON.parse(Buffer.from(token, "base64url").toString("utf8")) as { start?: unknown } | null;
    const start = value?.start;
    return typeof start === "number" && Number.isInteger(start) && start >= 0 ? start : undefined;
  } catch {
    return undefined;
  }
}
