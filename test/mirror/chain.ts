import type { TerraformStack } from "cdktf";
import { ApiKey } from "../../lib/kafka/api-key";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { DR, JUMP, PRIMARY } from "../link/clusters";

interface Leg {
  readonly id?: string;
  readonly prefix?: string;
}

export const primaryToJump = (stack: TerraformStack, { id = "one", prefix }: Leg = {}): SourceInitiatedLink =>
  new SourceInitiatedLink(stack, id, {
    linkName: "primary-to-jump",
    source: PRIMARY,
    sourceCredentials: ApiKey.fromVariables(stack, "primary"),
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
    dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
    ...(prefix === undefined ? {} : { prefix }),
  });

export const jumpToDr = (stack: TerraformStack, { id = "two", prefix }: Leg = {}): DestinationInitiatedLink =>
  new DestinationInitiatedLink(stack, id, {
    linkName: "jump-to-dr",
    source: JUMP,
    sourceCredentials: ApiKey.fromVariables(stack, "jump"),
    destination: DR,
    destinationCredentials: ApiKey.fromVariables(stack, "dr"),
    ...(prefix === undefined ? {} : { prefix }),
  });

/** What a mirror topic on JUMP waits for in the stack of `primaryToJump`: the receiving half, then the dialling half. */
export const HALVES = ["confluent_cluster_link.one_receiving_AAB665B2", "confluent_cluster_link.one_dialling_149B15B9"];
