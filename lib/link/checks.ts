import type { Construct } from "constructs";
import { known } from "../core/known";
import { cluster, requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import type { KafkaCluster } from "../kafka/kafka-cluster";
import { checkDial, checkDialler, checkEndpoints, checkEnds, checkReceiver } from "../model/rules/clusters";
import { checkLinkName } from "../model/rules/halves";

export interface DataWay {
  readonly linkName: string;
  readonly source: KafkaCluster;
  readonly destination: KafkaCluster;
}

/** Refuses a link's name and ends, whoever dials. */
export function refuseIllegalEnds(scope: Construct, { linkName, source, destination }: DataWay): void {
  requireProps(scope, { linkName, source, destination }, { linkName: text, source: cluster, destination: cluster }, [
    ...["linkName", "source", "destination"],
  ]);
  refuse(scope, [
    ...checkLinkName(known(linkName)),
    ...checkEnds(source.model, destination.model),
    ...checkReceiver(destination.model),
    ...checkEndpoints(destination.model, source.model),
  ]);
}

/** Refuses a half that one cluster opens from the source's side, or from both. */
export function refuseIllegalDialler(scope: Construct, from: KafkaCluster, to: KafkaCluster): void {
  refuse(scope, [
    ...checkDial(from.model, to.model),
    ...checkDialler(from.model),
    ...checkEndpoints(from.model, to.model),
  ]);
}
