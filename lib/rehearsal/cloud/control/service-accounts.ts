import type { CloudState, ServiceAccount } from "../state";
import { deleteKeysOf } from "./api-keys";
import { nextId } from "./ids";
import { refuseDuplicate } from "./names";
import { deleteRoleBindingsOf } from "./role-bindings";

/** What a service account is created with. */
export interface ServiceAccountProps {
  readonly displayName: string;
  readonly description?: string | undefined;
}

/** Makes a service account. A name that exists is refused with 409. */
export function createServiceAccount(state: CloudState, props: ServiceAccountProps): ServiceAccount {
  refuseDuplicate("Service account", state.serviceAccounts.values(), props.displayName);
  const account: ServiceAccount = {
    id: nextId(state, "sa", state.serviceAccounts),
    displayName: props.displayName,
    description: props.description ?? "",
    createdAt: state.now,
  };
  state.serviceAccounts.set(account.id, account);
  return account;
}

/** Changes what a service account is called. */
export function updateServiceAccount(
  state: CloudState,
  account: ServiceAccount,
  props: Partial<ServiceAccountProps>,
): ServiceAccount {
  if (props.displayName !== undefined && props.displayName !== account.displayName) {
    refuseDuplicate("Service account", state.serviceAccounts.values(), props.displayName);
  }
  account.displayName = props.displayName ?? account.displayName;
  account.description = props.description ?? account.description;
  return account;
}

/** Deletes a service account, and with it its keys and role bindings. ACLs stay, and then name nobody. */
export function deleteServiceAccount(state: CloudState, account: ServiceAccount): void {
  state.serviceAccounts.delete(account.id);
  deleteKeysOf(state, account.id);
  deleteRoleBindingsOf(state, account.id);
}
