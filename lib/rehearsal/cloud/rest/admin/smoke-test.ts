import { z } from "zod";
import { deleteGroup, setGroupActive } from "../../groups";
import { consume, lagOf, produce } from "../../records";
import { param } from "../route";
import { RequestRefusal } from "../refusal";
import type { AdminRouter } from "./context";

const Produce = z.object({
  topic: z.string(),
  records: z.array(
    z.object({
      key: z.string().nullish(),
      value: z.string().nullish(),
      partition: z.number().int().nonnegative().optional(),
    }),
  ),
});

const Consume = z.object({
  topic: z.string(),
  group: z.string().optional(),
  max: z.number().int().positive().optional(),
});

/** Whether consumers of a group are running. */
const Active = z.object({ active: z.boolean() });

/** What clients of Kafka do: the REST API of Confluent Cloud has no way to consume. */
export function registerSmokeTest(router: AdminRouter): void {
  router.onBody("POST", "/clusters/{cluster_id}/produce", Produce, (call) => {
    const { topic, records } = call.body;
    const written = records.map(({ key = null, value = null, partition }) =>
      produce(call.cloud, param(call, "cluster_id"), topic, {
        key,
        value,
        ...(partition === undefined ? {} : { partition }),
      }),
    );
    return { status: 200, body: { data: written } };
  });

  router.onBody("POST", "/clusters/{cluster_id}/consume", Consume, (call) => {
    const { topic, group, max } = call.body;
    const records = consume(call.cloud, param(call, "cluster_id"), topic, {
      ...(group === undefined ? {} : { group }),
      ...(max === undefined ? {} : { max }),
    });
    return { status: 200, body: { data: records } };
  });

  router.onBody("PUT", "/clusters/{cluster_id}/groups/{group_id}/active", Active, (call) => {
    setGroupActive(call.cloud, param(call, "cluster_id"), param(call, "group_id"), call.body.active);
    return { status: 204 };
  });

  router.on("DELETE", "/clusters/{cluster_id}/groups/{group_id}", (call) => {
    deleteGroup(call.cloud, param(call, "cluster_id"), param(call, "group_id"));
    return { status: 204 };
  });

  router.on("GET", "/clusters/{cluster_id}/lag", (call) => {
    const [group, topic] = [call.query.get("group"), call.query.get("topic")];
    if (!group || !topic) throw new RequestRefusal(400, "group and topic are missing");
    return { status: 200, body: { data: lagOf(call.cloud, param(call, "cluster_id"), group, topic) } };
  });
}
