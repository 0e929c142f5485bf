import type { App } from "cdktf";
import { ApiKey, GroupFilter, PrivatePublicPrivate, TopicFilter } from "cdktf-cluster-linking";
import { Testing, type TerraformStack } from "cdktf";
import { dr, jump, key, newStack, primary } from "../rules/support/topology";

/** A topology whose names, filters and keys the tests know. */
export interface Topology {
  readonly app: App;
  readonly legOne: TerraformStack;
  readonly legTwo: TerraformStack;
  readonly topology: PrivatePublicPrivate;
}

/** PRIMARY -> JUMP -> DR with the topics orders and payments, the filter mirror_me, and all offsets. */
export function buildTopology(changes: Partial<ConstructorParameters<typeof PrivatePublicPrivate>[0]> = {}): Topology {
  const app = Testing.app();
  const [legOne, legTwo] = [newStack(app, "primary-to-jump"), newStack(app, "jump-to-dr")];
  const topology = new PrivatePublicPrivate({
    primary: primary(),
    jump: jump({ region: "westeurope" }),
    dr: dr(),
    primaryToJump: legOne,
    jumpToDr: legTwo,
    topics: ["orders", "payments"],
    autoCreate: [TopicFilter.includePrefix("mirror_me"), TopicFilter.exclude("mirror_me_not")],
    consumerOffsetSync: { groups: [GroupFilter.all()] },
    dialCredentials: key(legOne, "jump_dial"),
    credentials: {
      jumpToDr: {
        sourceCredentials: ApiKey.fromVariables(legTwo, "jump_reader"),
        destinationCredentials: ApiKey.fromVariables(legTwo, "dr"),
      },
    },
    ...changes,
  });
  return { app, legOne, legTwo, topology };
}

/** The text of an error. */
export function errorOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error("nothing was thrown");
}
