import { ProviderError, type OperationContext } from "../../resource";
import { attempt, messageOf } from "../failures";
import { MINUTE, SECOND, waitFor } from "../polling";
import { kafkaPath, type Rest } from "../rest";
import { readMirror, type MirrorAddress } from "./reading";
import type { Transition } from "./status";

const STATUS_POLLING = { delayMs: 2 * SECOND, intervalMs: MINUTE, timeoutMs: 5 * MINUTE };

/**
 * Asks for another status and waits until it is there.
 *
 * What the answer says of the single topic is not looked at: it shows in the error when the wait ends badly.
 */
export async function changeStatus(
  rest: Rest,
  address: MirrorAddress,
  { verb, pending, target }: Transition,
  id: string,
  { activity }: OperationContext,
): Promise<void> {
  const { cluster, linkName, topicName } = address;
  const path = `${kafkaPath(cluster, "links", linkName)}/mirrors:${verb}`;
  const answer = await attempt(`error updating Kafka Mirror Topic "${id}"`, async () =>
    rest.postForText(path, { mirror_topic_names: [topicName] }),
  );
  try {
    await waitFor(
      activity,
      { ...STATUS_POLLING, pending, target },
      async () => (await readMirror(rest, address)).status,
    );
  } catch (error) {
    throw new ProviderError(
      `error waiting for Kafka Mirror Topic "${id}" to be updated: ${messageOf(error)}; raw answer: ${JSON.stringify(answer)}`,
    );
  }
}
