import type { Evidence } from "../../../model/evidence";

/** One peculiarity that users meet with the real provider too. */
export interface Quirk {
  readonly text: string;
  readonly evidence: Exclude<Evidence, "own">;
}

/** What the emulated provider does for one type. */
export interface Emulated {
  readonly kind: "resource" | "data source";
  readonly type: string;
  readonly emulates: string;
  readonly evidence: Exclude<Evidence, "own">;
  readonly quirks: readonly Quirk[];
}

const ran = (text: string): Quirk => ({ text, evidence: "run" });
const inferred = (text: string): Quirk => ({ text, evidence: "inferred" });
const documented = (text: string): Quirk => ({ text, evidence: "documentation" });
const specified = (text: string): Quirk => ({ text, evidence: "specification" });

/** What is emulated, type by type. Source of the documentation's table. */
export const EMULATED_TYPES: readonly Emulated[] = [
  {
    kind: "resource",
    type: "confluent_cluster_link",
    emulates: "Create, read, update, delete and import of all five halves with API keys; no OAuth.",
    evidence: "run",
    quirks: [
      ran(
        "Missing or surplus credentials, the wrong kind of endpoint and SOURCE with INBOUND fail at apply, not at plan.",
      ),
      ran(
        "Two endpoints in one block, none in a block, an empty key and an unknown or read-only config key fail before.",
      ),
      ran("Those checks are skipped while any value in the same block or map is unknown."),
      ran(
        "New credentials on a half that waits (INBOUND) fail once: len(credentialConfigs) is 0. The second apply is clean.",
      ),
      ran(
        "A config entry that is removed fails at apply, for ever; a config that is removed as a whole changes nothing.",
      ),
      ran("A changed config sends all its entries in one request."),
      ran("Config entries that somebody else set show as a permanent difference; without any config they are adopted."),
      ran("Endpoints, ids and modes are never read: a change of their text replaces the link."),
      ran(
        "Credentials for the remote cluster of a BIDIRECTIONAL, INBOUND link differ for ever, and every apply fails.",
      ),
      ran("A block that the mode does not know is ignored and stays in the state, secrets included."),
      ran("A link name with a slash works, but cannot be imported."),
      ran("An import takes endpoints and keys from the environment; a missing peer endpoint ends in a replacement."),
      inferred("10 s pass after each write; a deletion is looked after at 10 s, then each minute."),
      ran("A read that fails right after the creation leaves a tainted link."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_kafka_mirror_topic",
    emulates: "Create, read, change of status, delete and import.",
    evidence: "run",
    quirks: [
      ran("Statuses such as SOURCE_UNAVAILABLE and LINK_FAILED make refresh, plan and destroy fail."),
      ran("A status in the first configuration is not sent: the topic is ACTIVE, and the second apply changes it."),
      ran("Six changes of status are legal; any other is refused at apply, and the state keeps the old one."),
      ran("Between STOPPED, PROMOTED and FAILED_OVER there is no difference."),
      ran("A change of status is looked after at 2 s, then each minute, and given up after 300 s with the raw answer."),
      ran("A first read that fails taints: the next apply would delete the topic."),
      ran("Destroying deletes the topic, also after its promotion."),
      ran("An import takes endpoint and key from the provider block or the environment."),
      inferred("What the answer to a change says of a single topic is not looked at."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_kafka_topic",
    emulates: "Create, read, update of partitions and settings, delete and import.",
    evidence: "run",
    quirks: [
      ran("A promoted mirror topic can be released and imported as a topic in one run; the next plan is empty."),
      ran("Fewer partitions replace the topic, and so delete its records; more are added in place."),
      ran("A removed setting goes back to its default; a read-only one is refused at apply."),
      inferred("The cluster of the provider block wins over the resource's own."),
      inferred("10 s pass after each write."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_kafka_acl",
    emulates: "Create, read, delete and import.",
    evidence: "run",
    quirks: [
      ran("The principal is sent as it is written: User:sa-…"),
      ran("A new key alone changes nothing but the state; anything else replaces the ACL."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_environment",
    emulates: "Create, read, update, delete and import.",
    evidence: "specification",
    quirks: [inferred("An environment that reads as 403 is gone, unless the key itself is refused.")],
  },
  {
    kind: "resource",
    type: "confluent_network",
    emulates: "Create with its wait, read, update of the name, delete and import, for networks with private links.",
    evidence: "run",
    quirks: [
      ran("Connection types, and zones in a cloud that does not take them, are looked at by the apply alone."),
      ran("Zones in another order are the same zones; other zones replace the network."),
      ran("A deletion is not waited for."),
      inferred("A new network is looked after at 5 s, then each minute, for 2 hours."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_private_link_access",
    emulates: "Create with its wait, read, update of the name, delete with its wait, and import.",
    evidence: "run",
    quirks: [
      ran("A subscription or project of the wrong form passes the plan; an AWS account does not."),
      inferred("A new access is looked after at 5 s, then each minute; a deleted one each minute."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_kafka_cluster",
    emulates: "Create with its wait, read, update, delete and import, for all five kinds.",
    evidence: "run",
    quirks: [
      inferred(
        "A new cluster is looked after at 5 s, then each minute; so is the schema registry of its environment, each 5 s.",
      ),
      inferred(
        "Another kind is refused at plan, but for Standard in place of Basic; to and from Enterprise and Freight it is silently ignored.",
      ),
      ran("A dedicated cluster in several zones needs 2 CKUs: refused at apply."),
      ran("SINGLE_ZONE and LOW, MULTI_ZONE and HIGH are the same."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_service_account",
    emulates: "Create, read, update, delete and import.",
    evidence: "run",
    quirks: [ran("A removed description stays, and so does one that is set to an empty text.")],
  },
  {
    kind: "resource",
    type: "confluent_role_binding",
    emulates: "Create, read, delete and import.",
    evidence: "run",
    quirks: [
      documented("90 s pass after the creation, unless disable_wait_for_ready is set."),
      ran("A resource name that is percent-encoded is the same."),
    ],
  },
  {
    kind: "resource",
    type: "confluent_api_key",
    emulates: "Create with its wait for Kafka clusters and for the cloud, read, update, delete and import.",
    evidence: "run",
    quirks: [
      inferred(
        "The cluster must list its topics for the new key twice in a row: first after a minute, then each minute, for 20 minutes.",
      ),
      ran("A cluster that cannot be reached fails the creation: the key exists, and no state knows it."),
      ran("In that error the real provider prints the secret of the new key. Here nothing prints a secret."),
      documented("disable_wait_for_ready skips that wait."),
      specified("The secret is in the answer to the creation alone."),
      ran("An import takes the secret from API_KEY_SECRET."),
    ],
  },
  {
    kind: "data source",
    type: "confluent_cluster_link",
    emulates: "State, id and settings of a link.",
    evidence: "run",
    quirks: [
      ran("The key is stored in the state."),
      ran("A dead endpoint is an error, unless a check block holds it."),
    ],
  },
  {
    kind: "data source",
    type: "confluent_kafka_cluster",
    emulates: "A cluster by id, or by name in its environment.",
    evidence: "run",
    quirks: [inferred("A name that several clusters have is an error.")],
  },
  {
    kind: "data source",
    type: "confluent_environment",
    emulates: "An environment by id or by name.",
    evidence: "specification",
    quirks: [inferred("A name that several environments have is an error.")],
  },
  {
    kind: "data source",
    type: "confluent_network",
    emulates: "A network by id, or by name in its environment.",
    evidence: "run",
    quirks: [inferred("A name that several networks have is an error.")],
  },
  {
    kind: "data source",
    type: "confluent_private_link_access",
    emulates: "An access by id, or by name in its environment.",
    evidence: "run",
    quirks: [inferred("A name that several accesses have is an error.")],
  },
  {
    kind: "data source",
    type: "confluent_organization",
    emulates: "Id and resource name of the organization.",
    evidence: "run",
    quirks: [ran("It is taken from the list of environments, which needs at least one.")],
  },
];
