import { receives } from "./halves";
import { settingsOf } from "./link-settings";
import type { LinkHalf, LinkTask, TaskName } from "./state";

const NOT_CONFIGURED: LinkTask = { state: "NOT_CONFIGURED", error: undefined };

function base(half: LinkHalf, isOn: boolean, problem: string | undefined): LinkTask {
  if (!isOn) return { ...NOT_CONFIGURED };
  if (problem !== undefined) return { state: "IN_ERROR", error: problem };
  return { state: half.state === "ACTIVE" ? "ACTIVE" : "LINK_UNAVAILABLE", error: undefined };
}

/** Works out what the tasks of a half do, from its settings and its state. */
export function refreshTasks(half: LinkHalf): void {
  const { aclSync, autoCreate, consumerOffsetSync } = settingsOf(half);
  const hosts = receives(half);
  const without = (filters: readonly unknown[], key: string): string | undefined =>
    filters.length === 0 ? `Misconfigured: ${key} has no filter.` : undefined;
  const tasks: readonly (readonly [TaskName, LinkTask])[] = [
    ["AclSync", base(half, hosts && aclSync.enabled === true, without(aclSync.filters, "acl.filters"))],
    [
      "AutoCreateMirror",
      base(
        half,
        hosts && autoCreate.enabled === true,
        without(autoCreate.filters, "auto.create.mirror.topics.filters"),
      ),
    ],
    // Without a filter it works, on no group.
    ["ConsumerOffsetSync", base(half, hosts && consumerOffsetSync.enabled === true, undefined)],
    ["TopicConfigsSync", base(half, hosts, undefined)],
  ];
  for (const [name, task] of tasks) half.tasks.set(name, task);
}

/** Notes how a task went. */
export function reportTask(half: LinkHalf, name: TaskName, problem: string | undefined): void {
  half.tasks.set(name, { state: problem === undefined ? "ACTIVE" : "IN_ERROR", error: problem });
}
