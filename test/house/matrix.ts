import { App, TerraformStack } from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import {
  ApiKey,
  BidirectionalLink,
  DestinationInitiatedLink,
  KafkaCluster,
  SourceInitiatedLink,
  ValidationError,
  Warnings,
  type ClusterKind,
  type KafkaClusterAttributes,
} from "cdktf-cluster-linking";

export type Description = Pick<KafkaClusterAttributes, "access" | "cloud" | "networkId"> & {
  readonly kind: ClusterKind;
};
export type Shape = (stack: TerraformStack, source: KafkaCluster, destination: KafkaCluster) => void;

const key = (stack: TerraformStack, name: string): ApiKey => ApiKey.fromVariables(stack, name);

export const destinationDials: Shape = (stack, source, destination) => {
  new DestinationInitiatedLink(stack, "link", {
    linkName: "link",
    source,
    sourceCredentials: key(stack, "source"),
    destination,
    destinationCredentials: key(stack, "destination"),
  });
};

export const sourceDials: Shape = (stack, source, destination) => {
  new SourceInitiatedLink(stack, "link", {
    linkName: "link",
    source,
    sourceCredentials: key(stack, "source"),
    destination,
    destinationCredentials: key(stack, "destination"),
    dialCredentials: key(stack, "dial"),
  });
};

export const bothDial: Shape = (stack, source, destination) => {
  new BidirectionalLink(stack, "link", {
    linkName: "link",
    ends: [
      { cluster: source, credentials: key(stack, "source") },
      { cluster: destination, credentials: key(stack, "destination") },
    ],
  });
};

/** The private end dials, or the destination where both are alike. */
export const oneWaits: Shape = (stack, source, destination) => {
  const [outbound, inbound] =
    source.access === "private" && destination.access === "public" ? [source, destination] : [destination, source];
  new BidirectionalLink(stack, "link", {
    linkName: "link",
    outbound: { cluster: outbound, credentials: key(stack, "outbound") },
    inbound: { cluster: inbound, credentials: key(stack, "inbound") },
    dialCredentials: key(stack, "dial"),
  });
};

function cluster(name: string, description: Description): KafkaCluster {
  return KafkaCluster.fromAttributes({
    name,
    id: `lkc-${name}`,
    restEndpoint: `https://${name}.example.com:443`,
    bootstrapEndpoint: `${name}.example.com:9092`,
    ...description,
  });
}

/** What becomes of a link between two such clusters: "yes", the id that refuses it, or the id that warns of it. */
export function verdict(shape: Shape, source: Description, destination: Description): string {
  try {
    const app = new App({ stackTraces: false });
    const stack = new TerraformStack(app, "stack");
    new ConfluentProvider(stack, "confluent");
    shape(stack, cluster("source", source), cluster("destination", destination));
    const warnings = Warnings.of(app).list();
    return warnings.length === 0 ? "yes" : `warning ${[...new Set(warnings.map(({ rule }) => rule.id))].join(" ")}`;
  } catch (error) {
    if (!ValidationError.isValidationError(error)) throw error;
    return error.code;
  }
}
