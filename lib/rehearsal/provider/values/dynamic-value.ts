import { Decoder, Encoder, ExtensionCodec } from "@msgpack/msgpack";
import type { DynamicValue } from "../protocol/messages";
import { UNKNOWN } from "../resource";
import { MalformedValue } from "./malformed";

const UNKNOWN_TYPE = 0;
/** An unknown of which something is known: that it is not null, or what it begins with. */
const REFINED_UNKNOWN_TYPE = 12;
const UNKNOWN_PAYLOAD = Uint8Array.of(0);

/** Keeps a wrong length from asking for memory. */
const MOST_ITEMS = 1_000_000;

const extensionCodec = new ExtensionCodec();
for (const type of [UNKNOWN_TYPE, REFINED_UNKNOWN_TYPE]) {
  extensionCodec.register({
    type,
    encode: (value) => (type === UNKNOWN_TYPE && value === UNKNOWN ? UNKNOWN_PAYLOAD : null),
    decode: () => UNKNOWN,
  });
}

const decoder = new Decoder({
  extensionCodec,
  useBigInt64: true,
  maxArrayLength: MOST_ITEMS,
  maxMapLength: MOST_ITEMS,
});
const encoder = new Encoder({ extensionCodec });

/** What a message holds, not yet compared with a schema. `null` when nothing was sent. */
export function readDynamicValue(message: DynamicValue | undefined): unknown {
  if (message?.msgpack && message.msgpack.length > 0) return readMsgpack(message.msgpack);
  if (message?.json && message.json.length > 0) return readJson(message.json);
  return null;
}

export function writeDynamicValue(value: unknown): DynamicValue {
  return { msgpack: encoder.encode(value) };
}

export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as unknown;
  } catch {
    throw new MalformedValue("is not valid JSON");
  }
}

function readMsgpack(bytes: Uint8Array): unknown {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new MalformedValue("is not valid MessagePack");
  }
}
