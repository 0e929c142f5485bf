import { ProviderError, type OperationContext, type Values } from "../../resource";
import { attempt } from "../failures";
import { objectReference } from "../references";
import { controlPlane } from "../rest";
import { segment } from "../url-text";
import { flagAt, isChanged, numberAt, textAt } from "../values";
import { KAFKA_CLUSTERS } from "./answer";
import { checkCkus, clusterConfig, dedicatedConfig, kindIn, type KindBlock } from "./kinds";
import { untilResized, type ClusterAddress } from "./provisioning";

/** Whether the plan wants another kind, other than Standard in place of Basic. */
export function isForbiddenKindChange(planned: Values, prior: Values): boolean {
  const [basic, standard, dedicated] = (["basic", "standard", "dedicated"] as const).map((block) =>
    isChanged(planned, prior, block),
  );
  const isDowngrade = basic === true && standard === true && dedicated === false && kindIn(planned) === "basic";
  return isDowngrade || (dedicated === true && (basic === true || standard === true));
}

export const FORBIDDEN_KIND_CHANGE = "a cluster can only be upgraded from 'Basic' to 'Standard'";

/** Whether the plan changes the maximum of eCKUs of a cluster that keeps its kind. */
const changesMaxEcku = (planned: Values, prior: Values, block: KindBlock | undefined): boolean =>
  block !== undefined &&
  block !== "dedicated" &&
  numberAt(planned, block, "max_ecku") !== numberAt(prior, block, "max_ecku");

/** Sends what changed: each kind of change in a request of its own, the name together with the eCKUs. */
export async function sendUpdates(
  planned: Values,
  prior: Values,
  address: ClusterAddress,
  context: OperationContext,
): Promise<void> {
  const doing = `error updating Kafka Cluster "${address.id}"`;
  const environment = objectReference(address.environmentId);
  const patch = async (changes: Readonly<Record<string, unknown>>) =>
    attempt(doing, async () =>
      controlPlane(context).patch(`${KAFKA_CLUSTERS}/${segment(address.id)}`, { spec: { ...changes, environment } }),
    );
  const block = kindIn(planned);
  const isRenamed = isChanged(planned, prior, "display_name");
  const isUpgrade = block === "standard" && kindIn(prior) === "basic";
  const config =
    changesMaxEcku(planned, prior, block) && block !== undefined ? clusterConfig(planned, block) : undefined;

  if (isRenamed) {
    await patch({ display_name: textAt(planned, "display_name"), ...(config === undefined ? {} : { config }) });
  }
  if (isUpgrade) {
    await patch({ config: clusterConfig(planned, "standard") });
  } else if (isForbiddenKindChange(planned, prior)) {
    throw new ProviderError(`${doing}: ${FORBIDDEN_KIND_CHANGE}`);
  }
  if (block === "dedicated" && isChanged(planned, prior, "dedicated", "cku")) {
    const cku = numberAt(planned, "dedicated", "cku");
    await attempt(doing, () => checkCkus(cku, textAt(planned, "availability")));
    await patch({ config: dedicatedConfig(cku) });
    await untilResized(address, cku, context);
  }
  if (!isRenamed && !isUpgrade && config !== undefined) await patch({ config });
  if (flagAt(planned, "deletion_protection") !== flagAt(prior, "deletion_protection")) {
    await patch({ deletion_protection: flagAt(planned, "deletion_protection") });
  }
}
