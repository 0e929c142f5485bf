/** The guide's tables and files, with its names for the clusters. */
export const PRIMARY = "[primary-cluster-id]";
export const JUMP = "[jump-cluster-id]";
export const DR = "[dr-cluster-id]";

export const LINK_LISTS = {
  [JUMP]: `
Name | Source Cluster | Destination Cluster | Remote Cluster | State | Error | Error Message
------------------+----------------------+---------------------+----------------------+--------+-------+----------------
primary-to-jump | [primary-cluster-id] | | [primary-cluster-id] | ACTIVE | |
`,
  [PRIMARY]: `
Name | Source Cluster | Destination Cluster | Remote Cluster | State | Error | Error Message
------------------+---------------------+---------------------+-------------------+--------+-------+----------------
primary-to-jump | | [jump-cluster-id] | [jump-cluster-id] | ACTIVE | |
`,
  [DR]: `
Name | Source Cluster | Destination Cluster | Remote Cluster | State | Error | Error Message
-------------+-------------------+---------------------+-------------------+--------+-------+----------------
jump-to-dr | [jump-cluster-id] | | [jump-cluster-id] | ACTIVE | |
`,
};

export const ON_PRIMARY = `
+---------------------+-------------------+
| Name | primary-to-jump |
| Source Cluster | |
| Destination Cluster | [jump-cluster-id] |
| Remote Cluster | [jump-cluster-id] |
| State | ACTIVE |
+---------------------+-------------------+
`;

/** The guide looks before there are mirror topics: then all counts are 0. */
export const onJump = (active: number): string => `
+-------------------------------+----------------------------------+
| Name | primary-to-jump |
| Source Cluster | [primary-cluster-id] |
| Destination Cluster | |
| Remote Cluster | [primary-cluster-id] |
| State | ACTIVE |
| Mirror Partition States Count | UNKNOWN: 0, IN_ERROR: 0, |
| | ACTIVE: ${active}, PAUSED: 0, PENDING: 0 |
+-------------------------------+----------------------------------+
`;

/** A table without the blanks that fill its cells, and without rules, whose length depends on the ids. */
export const cells = (table: string): string[][] =>
  table
    .trim()
    .split("\n")
    .filter((line) => !/^[-+]+$/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));

const FILTERS = {
  topicFilters: [
    { name: "mirror_me", patternType: "PREFIXED", filterType: "INCLUDE" },
    { name: "no_mirror", patternType: "PREFIXED", filterType: "EXCLUDE" },
  ],
};

/** `cl-primary-to-jump.jump.config`, as it is after auto-mirroring was added. */
export const JUMP_FILE = {
  "link.mode": "DESTINATION",
  "connection.mode": "INBOUND",
  "auto.create.mirror.topics.enable": "true",
  "auto.create.mirror.topics.filters": FILTERS,
};

/** `cl-primary-to-jump.primary.config`. */
export const PRIMARY_FILE = {
  "link.mode": "SOURCE",
  "connection.mode": "OUTBOUND",
  "bootstrap.servers": "<JUMP_BOOTSTRAP_URL>:9092",
  "security.protocol": "SASL_SSL",
  "sasl.mechanism": "PLAIN",
  "sasl.jaas.config": ["<jump-api-key>", "<jump-api-secret>"],
  "local.security.protocol": "SASL_SSL",
  "local.sasl.mechanism": "PLAIN",
  "local.sasl.jaas.config": ["<primary-api-key>", "<primary-api-secret>"],
};

/** `cl-jump-to-dr.dr.config`, without its `source.` settings, which no client sends. */
export const DR_FILE = {
  "link.mode": "DESTINATION",
  "connection.mode": "OUTBOUND",
  "bootstrap.servers": "<JUMP_BOOTSTRAP_URL>:9092",
  "security.protocol": "SASL_SSL",
  "sasl.mechanism": "PLAIN",
  "sasl.jaas.config": ["<jump-api-key>", "<jump-api-secret>"],
};
