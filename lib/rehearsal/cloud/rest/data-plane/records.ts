import { z } from "zod";
import { produce } from "../../records";
import { RequestRefusal } from "../refusal";
import { param } from "../route";
import { isoDate } from "../virtual-date";
import { needTopic } from "./authorize";
import type { DataPlaneRouter } from "./context";

const Data = z.object({ type: z.enum(["STRING", "JSON", "BINARY"]).optional(), data: z.unknown() });

const ProduceRecord = z.object({
  partition_id: z.number().int().nonnegative().nullish(),
  key: Data.nullish(),
  value: Data.nullish(),
});

interface Content {
  readonly type: string;
  readonly text: string | null;
}

/** Records of a cluster's topics. One record a request. */
export function registerRecords(router: DataPlaneRouter): void {
  router.onBody("POST", "/topics/{topic_name}/records", ProduceRecord, (call) => {
    const { body, cloud, cluster } = call;
    const topic = param(call, "topic_name");
    needTopic(call, topic, "Write");
    const [key, value] = [contentOf(body.key), contentOf(body.value)];
    const written = produce(cloud, cluster.id, topic, {
      key: key.text,
      value: value.text,
      ...(typeof body.partition_id === "number" ? { partition: body.partition_id } : {}),
    });
    return {
      status: 200,
      body: {
        error_code: 200,
        cluster_id: cluster.id,
        topic_name: topic,
        partition_id: written.partition,
        offset: written.offset,
        timestamp: isoDate(cloud.state.now),
        key: size(key),
        value: size(value),
      },
    };
  });
}

function contentOf(given: z.infer<typeof Data> | null | undefined): Content {
  const type = given?.type ?? "BINARY";
  const data = given?.data;
  if (data === undefined || data === null) return { type, text: null };
  if (type === "JSON") return { type, text: JSON.stringify(data) };
  if (typeof data !== "string") throw new RequestRefusal(400, `data of type ${type} is text`);
  return { type, text: type === "STRING" ? data : Buffer.from(data, "base64").toString("utf8") };
}

function size({ type, text }: Content): object | null {
  return text === null ? null : { type, size: Buffer.byteLength(text) };
}
