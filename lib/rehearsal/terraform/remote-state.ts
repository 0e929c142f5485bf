import type { StackJson } from "./stack-json";

const REMOTE_STATE = "terraform_remote_state";
/** How cdktf names what reads the state of another stack of the app. */
const CROSS_STACK = /^cross-stack-reference-input-(.+)$/;

/** The stack with its states of other stacks read from where the rehearsal keeps them. */
export function redirectRemoteStates(stack: StackJson, statePath: (stack: string) => string | undefined): StackJson {
  const states = stack.data?.[REMOTE_STATE];
  if (states === undefined) return stack;
  const redirected = Object.entries(states).map(([name, block]): [string, object] => {
    const path = statePath(CROSS_STACK.exec(name)?.[1] ?? "");
    if (path === undefined) throw new Error(`data.${REMOTE_STATE}.${name} reads a state that is not this app's`);
    const { workspace: _, defaults: __, ...kept } = block as Readonly<Record<string, unknown>>;
    return [name, { ...kept, backend: "local", config: { path } }];
  });
  return { ...stack, data: { ...stack.data, [REMOTE_STATE]: Object.fromEntries(redirected) } };
}
