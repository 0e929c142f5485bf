import type { WrittenFile } from "./run-files";
import type { StateInstance } from "./state-file";

const FILE = "release.tf.json";

/**
 * Blocks for the configuration that has had the resources: they leave its state, and nothing is destroyed. `removed` takes no key of an
 * instance, so one of several moves to an address of its own first.
 */
export function releaseFile(
  file: string,
  all: readonly StateInstance[],
  released: readonly StateInstance[],
): WrittenFile | undefined {
  const leaving = released.filter((instance) => all.includes(instance));
  if (leaving.length === 0) return undefined;
  const moved: { from: string; to: string }[] = [];
  const removed = new Set<string>();
  for (const [i, instance] of leaving.entries()) {
    const siblings = all.filter(({ resource }) => resource === instance.resource);
    if (siblings.every((sibling) => leaving.includes(sibling))) {
      removed.add(instance.resource);
    } else {
      const to = `${instance.module === "" ? "" : `${instance.module}.`}${instance.type}.adopted_${i + 1}`;
      moved.push({ from: instance.address, to });
      removed.add(to);
    }
  }
  const blocks = {
    ...(moved.length === 0 ? {} : { moved }),
    removed: [...removed].map((from) => ({ from, lifecycle: { destroy: false } })),
  };
  return { path: `${file}/${FILE}`, content: `${JSON.stringify(blocks, undefined, 2)}\n` };
}
