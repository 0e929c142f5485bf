import { spawnSync } from "node:child_process";
import type { Addresses } from "./addresses";

export interface EarlierRelease {
  readonly version: string;
  readonly addresses: Addresses;
}

const ADDRESSES = "test/contract/addresses.json";

/** The last release before a version, by the tags of the repository; nothing for the first one. */
export function earlierRelease(root: string, version: string): EarlierRelease | undefined {
  const tags = git(root, "tag", "--list", "v*", "--sort=-v:refname") ?? "";
  const versions = tags.split("\n").filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  const tag = versions.find((each) => each !== `v${version}`);
  if (tag === undefined) return undefined;
  const text = git(root, "show", `${tag}:${ADDRESSES}`);
  if (text === undefined) throw new Error(`${tag} has no ${ADDRESSES}.`);
  return { version: tag.slice(1), addresses: JSON.parse(text) as Addresses };
}

function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", [...args], { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
