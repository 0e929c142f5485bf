export interface BasicCredentials {
  readonly key: string;
  readonly secret: string;
}

/** Key and secret of an `Authorization` header, or `undefined` where it holds none. */
export function basicCredentials(header: string | undefined): BasicCredentials | undefined {
  const encoded = /^basic\s+([A-Za-z0-9+/=_-]+)\s*$/iu.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? undefined : { key: text.slice(0, colon), secret: text.slice(colon + 1) };
}
