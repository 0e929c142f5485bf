import type { Behaviour } from "../behaviours";

/** What the emulated control plane does, and why it is believed that the real one does so. */
export const CONTROL_PLANE_BEHAVIOURS: readonly Behaviour[] = [
  {
    what: "Environments, service accounts and role bindings are created with 201, clusters and API keys with 202; deletions answer 204, that of a role binding 200 with the binding.",
    evidence: "specification",
  },
  {
    what: "An environment that is gone reads 404; a cluster, API key, role binding or service account reads 403.",
    evidence: "specification",
  },
  {
    what: "Role bindings are listed by a part of their crn_pattern; clusters are read, listed and deleted with their environment.",
    evidence: "specification",
  },
  {
    what: "Lists come in pages of 10, at most 100, with a link to the next one.",
    evidence: "specification",
  },
  {
    what: "A second service account or cluster of one name is refused with 409.",
    evidence: "documentation",
  },
  {
    what: "A role for topics or groups on the name of a cluster alone is refused with 400.",
    evidence: "documentation",
  },
  {
    what: "A key of one cluster opens no other cluster and not the control plane.",
    evidence: "documentation",
  },
  {
    what: "What a role allows on clusters, topics and groups follows Confluent's role pages; a denying ACL wins over roles.",
    evidence: "documentation",
  },
  {
    what: "Deleting a service account deletes its keys and its role bindings.",
    evidence: "documentation",
  },
  {
    what: "A Dedicated cluster has 1 CKU or more in one zone, 2 or more in several; anything else is refused with 400.",
    evidence: "documentation",
  },
  {
    what: "The first cluster of an environment with Stream Governance brings a schema registry.",
    evidence: "documentation",
  },
  {
    what: "Basic and Standard clusters take 1 minute to be provisioned, Enterprise and Freight 5, Dedicated 30; a change of CKUs takes 15.",
    evidence: "inferred",
  },
  {
    what: "A network takes 15 minutes until it is READY, an access 1 minute, and half a minute to go. A cluster or access on a network that is not READY is refused with 400.",
    evidence: "inferred",
  },
  {
    what: "A network has three zones, Azure's chosen by Confluent Cloud; a cluster on it is in its cloud, region and environment, and Dedicated.",
    evidence: "documentation",
  },
  {
    what: "A cluster on a network with private DNS is found under the network's domain; each zone has a domain below that.",
    evidence: "documentation",
  },
  {
    what: "A network that still holds clusters or accesses is not deleted: 400. A second access for the same account is refused with 409.",
    evidence: "inferred",
  },
  {
    what: "A private cluster needs no access to be provisioned: without one nobody reaches it, but Confluent Cloud does not wait for it.",
    evidence: "inferred",
  },
  {
    what: "A cluster has no endpoints while it is provisioned.",
    evidence: "inferred",
  },
  {
    what: "Deletion protection, and an environment that is not empty, refuse a deletion with 409.",
    evidence: "inferred",
  },
  {
    what: "Keys and role bindings work at once. The real ones take up to a minute or more to be known everywhere.",
    evidence: "inferred",
  },
];
