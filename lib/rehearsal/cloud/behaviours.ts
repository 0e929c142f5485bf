import type { Evidence } from "../../model/evidence";

/** One thing that the emulated data plane does. */
export interface Behaviour {
  readonly what: string;
  readonly evidence: Exclude<Evidence, "own">;
}

/** What the emulated data plane does, and why it is believed that the real one does so. */
export const DATA_PLANE_BEHAVIOURS: readonly Behaviour[] = [
  {
    what: "A source-initiated or bidirectional link is ACTIVE only while both halves exist, with one name, the ids of each other's clusters and fitting modes, and the dialling one gets through.",
    evidence: "documentation",
  },
  {
    what: "A SOURCE half is refused with 400 when the receiving half is not there yet.",
    evidence: "documentation",
  },
  {
    what: "A bidirectional OUTBOUND half is refused with 400 when the other half is missing and its cluster could not dial back; else it is taken and is UNAVAILABLE until the other half comes.",
    evidence: "inferred",
  },
  {
    what: "A receiving half that waits for its first connection is UNAVAILABLE.",
    evidence: "inferred",
  },
  {
    what: "A receiving half that was deleted and made again is another link: the dialling half has to be made again too.",
    evidence: "inferred",
  },
  {
    what: "A second link of one name on a cluster is refused with 409; a link from a cluster to itself with 400.",
    evidence: "documentation",
  },
  {
    what: "link.mode SOURCE with connection.mode INBOUND, or with a source_cluster_id, is refused with 400.",
    evidence: "specification",
  },
  {
    what: "Basic, Standard and Freight clusters host no link and receive no data; Basic and Standard may be the source of a link that the destination dials.",
    evidence: "documentation",
  },
  {
    what: "A private cluster is dialled only from clusters of its own network.",
    evidence: "documentation",
  },
  {
    what: "Dedicated AWS clusters that are both private reach each other, because their networks may be joined.",
    evidence: "inferred",
  },
  {
    what: "A half that dials is refused with 400 when the connection or the login fails at its creation, unless validate_link is false; then it is made and is UNAVAILABLE.",
    evidence: "specification",
  },
  {
    what: "The principal that a SOURCE or bidirectional half logs in with needs ALTER on both clusters; a link that its destination dials needs rights on topics and groups of the source alone.",
    evidence: "documentation",
  },
  {
    what: "bootstrap.servers is not looked at on a half that waits.",
    evidence: "inferred",
  },
  {
    what: "A lost connection shows in link_error at once, and turns the link UNAVAILABLE and its ACTIVE mirror topics SOURCE_UNAVAILABLE after 5 minutes (cluster.link.retry.timeout.ms). A connection that comes back turns both ACTIVE.",
    evidence: "documentation",
  },
  {
    what: "A revoked or wrong key gives AUTHENTICATION_ERROR, a closed port BOOTSTRAP_TCP_CONNECTION_FAILED_ERROR, a silent one TIMEOUT_ERROR, an unknown endpoint UNRESOLVABLE_BOOTSTRAP_ERROR.",
    evidence: "specification",
  },
  {
    what: "Malformed filters, unknown words in them, values of a wrong type, intervals under 1000 ms, a prefix of more than 12 characters, ACL sync with a prefix, a group prefix without a prefix, and an incomplete topic.config.sync.include are refused with 400.",
    evidence: "documentation",
  },
  {
    what: "A prefix and a group prefix cannot be changed: 400. Entries with their old value are taken, as the provider sends them all.",
    evidence: "documentation",
  },
  {
    what: "Auto-create and ACL sync without filters are taken, and their task is IN_ERROR; offset sync without filters is taken and syncs no group.",
    evidence: "documentation",
  },
  {
    what: "Settings on the half that sends are taken and have no effect; a prefix there alone makes every mirror topic fail with 40035.",
    evidence: "documentation",
  },
  {
    what: "Filters whose feature is off, filters of EXCLUDE alone and PREFIXED filters with * are taken and choose nothing.",
    evidence: "documentation",
  },
  {
    what: "Switching a feature off keeps its filters.",
    evidence: "inferred",
  },
  {
    what: "Auto-create finds new topics with metadata.max.age.ms, every 5 minutes; internal topics and names that are taken are left out.",
    evidence: "documentation",
  },
  {
    what: "The first look of auto-create comes 5 minutes after it was switched on.",
    evidence: "inferred",
  },
  {
    what: "Auto-create makes no mirror topic of a mirror topic when one of the two links has a prefix.",
    evidence: "documentation",
  },
  {
    what: "A mirror topic that was deleted comes back with the next look of auto-create when a filter chooses it.",
    evidence: "inferred",
  },
  {
    what: "A mirror topic is named prefix + source topic, else 40035; a name that is taken gives 40002, a source topic that is missing or hidden 404 with 40403.",
    evidence: "documentation",
  },
  {
    what: "A mirror topic is PENDING_MIRROR for a second, then ACTIVE.",
    evidence: "inferred",
  },
  {
    what: "Records keep partition, offset, key, value and time.",
    evidence: "documentation",
  },
  {
    what: "A lagging mirror topic fetches every half second, up to 1000 records of a partition.",
    evidence: "inferred",
  },
  {
    what: "mirror.start.offset.spec (earliest, latest, a time) says where a new mirror topic begins.",
    evidence: "documentation",
  },
  {
    what: "Partitions and the settings of topic.config.sync.include follow the source every topic.config.sync.ms.",
    evidence: "documentation",
  },
  {
    what: "Committed offsets are copied hop by hop, every consumer.offset.sync.ms, for groups that the filters choose and topics that the link mirrors. They overwrite what was committed on the destination.",
    evidence: "documentation",
  },
  {
    what: "Offset sync cuts off at what was copied, and leaves a group alone that consumes on the destination.",
    evidence: "inferred",
  },
  {
    what: "ACL sync deletes ACLs of the destination that its filters cover and the source does not have.",
    evidence: "documentation",
  },
  {
    what: "A source topic that is deleted, or deleted and made again, turns its mirror topics FAILED for good.",
    evidence: "specification",
  },
  {
    what: "The words for it are SOURCE_TOPIC_MAY_BE_DELETED and SOURCE_TOPIC_ID_CHANGED.",
    evidence: "inferred",
  },
  {
    what: "Mirror topics change status as documented; what is not possible is an error per topic in a 200 answer.",
    evidence: "specification",
  },
  {
    what: "Promotion and failover go through PENDING_STOPPED. Promotion waits for lag 0 and a source that answers, failover for nothing.",
    evidence: "documentation",
  },
  {
    what: "PENDING_STOPPED lasts 5 seconds at least.",
    evidence: "inferred",
  },
  {
    what: "Promotion copies offsets a last time.",
    evidence: "documentation",
  },
  {
    what: "A promotion that waits can be failed over.",
    evidence: "inferred",
  },
  {
    what: "A link with mirror topics that are not stopped is deleted with force only (else 400); its mirror topics are LINK_FAILED then, and those in PENDING_STOPPED are FAILED.",
    evidence: "inferred",
  },
  {
    what: "While nobody gets through, the lag is the one that was seen last.",
    evidence: "inferred",
  },
  {
    what: "A link whose principal may no longer read a topic stays ACTIVE, and the topic lags.",
    evidence: "inferred",
  },
  {
    what: "Mirror topics are reversed and restored on bidirectional links only (else 400), and not where a half has a prefix (40002).",
    evidence: "documentation",
  },
  {
    what: "Reversing is asked of the cluster that has the mirror topic. It waits for lag 0, copies offsets a last time, then mirror topic and source change places; with reverse-and-pause-mirror the new mirror topic is PAUSED.",
    evidence: "documentation",
  },
  {
    what: "While it waits, the mirror topic is PENDING_STOPPED, its source PENDING_SYNCHRONIZE, and neither takes records. What was the mirror topic is STOPPED then.",
    evidence: "inferred",
  },
  {
    what: "A mirror topic is reversed from ACTIVE, while the link gets through, and not while its source is itself a mirror topic (40002): over two links, the first one is turned round first.",
    evidence: "inferred",
  },
  {
    what: "truncate-and-restore is asked of the cluster with the original topic, whose mirror topic at the other end is STOPPED. It cuts off what is behind the log ends that the mirror topic had when it was stopped, and makes the topic its mirror.",
    evidence: "specification",
  },
  {
    what: "It goes through PENDING_SETUP_FOR_RESTORE and PENDING_RESTORE to ACTIVE; messages_truncated and, where asked for, each partition say what is cut off, for a trial too.",
    evidence: "specification",
  },
  {
    what: "A group that consumes the topic keeps it from being restored.",
    evidence: "documentation",
  },
  {
    what: "That is an error per topic (40002), as a topic that is still a mirror topic is; committed offsets behind the cut go back to it; the pending statuses last 5 seconds and 1.",
    evidence: "inferred",
  },
  {
    what: "A topic is a mirror topic of one link at a time: where it becomes one of another link, the first link does not list it any more.",
    evidence: "inferred",
  },
  {
    what: "Cutting off records that a mirror topic elsewhere has already copied is not emulated (501).",
    evidence: "inferred",
  },
  {
    what: "Retention, compaction, transactions and quotas are not emulated, nor is OAuth between clusters (501).",
    evidence: "inferred",
  },
];
