import type { Section } from "../structure";

/** What links never carry, so that it has to be on the last cluster by other means. */
export const LIMITS: Section = {
  id: "limits",
  kind: "limits",
  title: "What links never carry",
  text: [
    "Have these on the last cluster by other means, or know that they are lost:",
    "- Role bindings (RBAC), service accounts and API keys. ACL sync, where it is on, copies ACLs alone.",
    "- Schemas. They are in Schema Registry, which has links of its own.",
    "- Connectors: neither their configuration nor where they are.",
    "- ksqlDB and Flink state. Their topics are copied where a filter takes them; the programs and their state begin anew.",
    "- Transactions. Topics with transactional records are not supported as mirror topics; producers with exactly-once begin anew.",
    "- Internal topics such as __consumer_offsets. Offsets come by offset sync alone, for groups that the filters take.",
    "- Quotas, tiered storage and replica placement; topic settings that topic.config.sync.include leaves out.",
    "- Clients: nobody tells them where the data is now.",
  ],
  steps: [],
};
