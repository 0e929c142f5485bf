import { describe, expect, it } from "vitest";
import { linkDescription, linkList, mirrorList, type LinkAnswer } from "../../../lib/rehearsal/terraform/tables";

const PRIMARY = "[primary-cluster-id]";
const JUMP = "[jump-cluster-id]";

const onJump: LinkAnswer = {
  link_name: "primary-to-jump",
  source_cluster_id: PRIMARY,
  destination_cluster_id: null,
  remote_cluster_id: PRIMARY,
  link_state: "ACTIVE",
  link_error: "NO_ERROR",
  link_error_message: "",
  category_counts: ["UNKNOWN", "IN_ERROR", "ACTIVE", "PAUSED", "PENDING"].map((state_category) => ({
    state_category,
    count: 0,
  })),
};
const onPrimary: LinkAnswer = {
  link_name: "primary-to-jump",
  destination_cluster_id: JUMP,
  remote_cluster_id: JUMP,
  link_state: "ACTIVE",
  link_error: "NO_ERROR",
};

const table = (text: string): string => text.slice(1, -1);

describe("link list", () => {
  it("looks as in the guide, on the destination", () => {
    expect(linkList([onJump])).toBe(
      table(`
       Name       |    Source Cluster    | Destination Cluster |    Remote Cluster    | State  | Error | Error Message
------------------+----------------------+---------------------+----------------------+--------+-------+----------------
  primary-to-jump | [primary-cluster-id] |                     | [primary-cluster-id] | ACTIVE |       |
`),
    );
  });

  it("looks as in the guide, on the source", () => {
    const [, rule, row] = linkList([onPrimary]).split("\n");
    expect(rule).toBe(
      "------------------+----------------+---------------------+-------------------+--------+-------+----------------",
    );
    expect(row).toBe("  primary-to-jump |                | [jump-cluster-id]   | [jump-cluster-id] | ACTIVE |       |");
  });

  it("names what is wrong", () => {
    const broken = {
      ...onJump,
      link_state: "UNAVAILABLE",
      link_error: "TIMEOUT_ERROR",
      link_error_message: "no answer",
    };
    expect(linkList([broken])).toContain("| UNAVAILABLE | TIMEOUT_ERROR | no answer");
  });

  it("is a header without links", () => {
    expect(linkList([]).split("\n")).toHaveLength(2);
  });
});

describe("link describe", () => {
  it("counts partitions on the destination, as in the guide", () => {
    expect(linkDescription(onJump)).toBe(
      table(`
+-------------------------------+----------------------------------+
| Name                          | primary-to-jump                  |
| Source Cluster                | [primary-cluster-id]             |
| Destination Cluster           |                                  |
| Remote Cluster                | [primary-cluster-id]             |
| State                         | ACTIVE                           |
| Mirror Partition States Count | UNKNOWN: 0, IN_ERROR: 0,         |
|                               | ACTIVE: 0, PAUSED: 0, PENDING: 0 |
+-------------------------------+----------------------------------+
`),
    );
  });

  it("counts none on the source, as in the guide", () => {
    expect(linkDescription(onPrimary)).toBe(
      table(`
+---------------------+-------------------+
| Name                | primary-to-jump   |
| Source Cluster      |                   |
| Destination Cluster | [jump-cluster-id] |
| Remote Cluster      | [jump-cluster-id] |
| State               | ACTIVE            |
+---------------------+-------------------+
`),
    );
  });

  it("shows counts, and an error with its message", () => {
    const text = linkDescription({
      ...onJump,
      link_error: "AUTHENTICATION_ERROR",
      link_error_message: "key is gone",
      category_counts: [{ state_category: "ACTIVE", count: 3 }],
    });
    expect(text).toContain("| ACTIVE: 3, PAUSED: 0, PENDING: 0 |");
    expect(text).toMatch(/^\| Error {25}\| AUTHENTICATION_ERROR/m);
    expect(text).toMatch(/^\| Error Message {17}\| key is gone/m);
  });
});

describe("mirror list", () => {
  it("shows the largest lag of a topic's partitions", () => {
    const mirror = {
      link_name: "jump-to-dr",
      mirror_topic_name: "my_test_topic",
      source_topic_name: "my_test_topic",
      mirror_status: "ACTIVE",
      num_partitions: 3,
      mirror_lags: [{ lag: 0 }, { lag: 7 }, { lag: 2 }],
    };
    expect(
      mirrorList([mirror, { ...mirror, mirror_lags: [] }])
        .split("\n")
        .slice(2),
    ).toEqual([
      "  jump-to-dr | my_test_topic     | my_test_topic     | ACTIVE        | 3          | 7",
      "  jump-to-dr | my_test_topic     | my_test_topic     | ACTIVE        | 3          | 0",
    ]);
  });
});
