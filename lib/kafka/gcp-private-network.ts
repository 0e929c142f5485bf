import type { Construct } from "constructs";
import { known, knownEach } from "../core/known";
import { refuse } from "../core/validation-error";
import { checkZones } from "../model/rules/placement";
import { mapOf, PrivateNetwork, type PrivateNetworkProps } from "./private-network";

/** A private network in Google Cloud. */
export interface GcpPrivateNetworkProps extends PrivateNetworkProps {
  /** Ids of the projects in which endpoints to the network are created. CL093 for none and for what is no project. */
  readonly projectIds: readonly string[];
  /** Three zones, like `europe-west8-a`. CL094 for others. @default - Confluent Cloud chooses them */
  readonly zones?: readonly string[];
}

/**
 * A Confluent Cloud network in Google Cloud that is reached over Private Service Connect.
 *
 * Errors: CL059, CL093, CL094.
 *
 * @see https://docs.confluent.io/cloud/current/networking/private-links/gcp-private-service-connect.html
 */
export class GcpPrivateNetwork extends PrivateNetwork {
  /** Service attachment of each zone, by the zone. Known to Terraform only. */
  public readonly serviceAttachments: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: GcpPrivateNetworkProps) {
    super(scope, id, props, {
      cloud: "GCP",
      ids: props.projectIds,
      zones: props.zones,
      blockOf: (project) => ({ gcp: { project } }),
    });
    if (props.zones) refuse(this, checkZones("GCP", known(props.region), knownEach(props.zones)));
    this.serviceAttachments = mapOf(this.resource, "gcp[0].private_service_connect_service_attachments");
  }
}
