import type { Cloud as CloudName } from "../../../model/topology";
import type { Cloud } from "../cloud";
import { ControlPlaneError } from "../control-plane-error";
import type { PrivateLinkAccess } from "../state";
import { nextId } from "./ids";
import { isReady } from "./networks";

/** Milliseconds until an access is READY, and until a deleted one is gone. Inferred. */
export const ACCESS_PROVISIONING_MS = 60_000;
export const ACCESS_DEPROVISIONING_MS = 30_000;

/** What an access is created with. */
export interface PrivateLinkAccessProps {
  readonly environmentId: string;
  readonly networkId: string;
  readonly displayName: string;
  readonly cloud: CloudName;
  /** An AWS account, an Azure subscription or a GCP project. */
  readonly account: string;
}

/** Lets an account connect to a network of its cloud. */
export function createPrivateLinkAccess(cloud: Cloud, props: PrivateLinkAccessProps): PrivateLinkAccess {
  const { state } = cloud;
  checkNetwork(cloud, props);
  checkAccount(props);
  const access: PrivateLinkAccess = {
    ...props,
    id: nextId(state, "pla", state.privateLinkAccesses),
    createdAt: state.now,
    phase: "PROVISIONING",
  };
  state.privateLinkAccesses.set(access.id, access);
  cloud.after(ACCESS_PROVISIONING_MS, () => {
    if (access.phase === "PROVISIONING") access.phase = "READY";
  });
  return access;
}

/** Takes an access away. It is seen for a while yet. */
export function deletePrivateLinkAccess(cloud: Cloud, access: PrivateLinkAccess): void {
  access.phase = "DEPROVISIONING";
  cloud.after(ACCESS_DEPROVISIONING_MS, () => cloud.state.privateLinkAccesses.delete(access.id));
}

function checkNetwork({ state }: Cloud, { networkId, environmentId, cloud, account }: PrivateLinkAccessProps): void {
  const network = state.networks.get(networkId);
  if (network?.environmentId !== environmentId) refuse(`${networkId} does not exist in ${environmentId}`);
  if (network.cloud !== cloud) refuse(`${networkId} is on ${network.cloud}, and the access for ${cloud}`);
  if (!isReady(network)) refuse(`${networkId} is not READY yet`);
  for (const other of state.privateLinkAccesses.values()) {
    if (other.networkId === networkId && other.account === account) {
      throw new ControlPlaneError(409, "conflict", `${other.id} lets ${account} connect to ${networkId} already`);
    }
  }
}

function checkAccount({ cloud, account }: PrivateLinkAccessProps): void {
  if (cloud === "AWS" && !/^\d{12}$/u.test(account)) refuse("an AWS account has 12 digits");
  if (cloud === "AZURE" && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(account)) {
    refuse("an Azure subscription is a UUID");
  }
  if (account === "") refuse("the project is empty");
}

function refuse(detail: string): never {
  throw new ControlPlaneError(400, "invalid_request", detail);
}
