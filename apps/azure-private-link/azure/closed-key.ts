import { createHash } from "node:crypto";

/**
 * An SSH public key that nobody has the private key of: its point is a hash. Azure makes no Linux machine without a key or a password,
 * and this one opens nothing, needs no secret in the state and is the same at every synth.
 */
export function closedKey(): string {
  const point = createHash("sha256").update("cluster-linking: no private key belongs to this point").digest();
  const type = "ssh-ed25519";
  const body = Buffer.concat([field(Buffer.from(type)), field(point)]);
  return `${type} ${body.toString("base64")} no-ssh`;
}

function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
