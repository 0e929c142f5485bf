/** Where a cluster's REST API is, and with which key it is called. */
export interface ClusterLogin {
  readonly url: string;
  readonly clusterId: string;
  readonly key: string;
  readonly secret: string;
}

/** An answer of a cluster's REST API, whatever its status. */
export interface ClusterAnswer {
  readonly status: number;
  readonly text: string;
}

/** Path on a server below which a cluster's API is. */
export const clusterPath = (clusterId: string): string => `/kafka/v3/clusters/${encodeURIComponent(clusterId)}`;

/** Calls a cluster's REST API with a path below {@link clusterPath}. Throws what `fetch` throws where there is no answer. */
export async function callCluster(
  { url, clusterId, key, secret }: ClusterLogin,
  method: string,
  path: string,
  { body, signal }: { readonly body?: unknown; readonly signal?: AbortSignal } = {},
): Promise<ClusterAnswer> {
  const response = await fetch(`${url.replace(/\/+$/u, "")}${clusterPath(clusterId)}${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
      // A kept connection may be cut without a word: nobody knew whether the work was done.
      connection: "close",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: "manual",
    ...(signal && { signal }),
  });
  return { status: response.status, text: await response.text() };
}
