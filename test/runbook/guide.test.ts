import { describe, expect, it } from "vitest";
import { linesOf, runbook, seed, sectionOf, withTopics } from "./support";

const CONFIG = "--config cdktf.out/runbook";
const written = runbook(seed());
const guide = sectionOf(written, "guide").steps.flatMap((step) => linesOf(step));
const every = written.runbook.sections.flatMap(({ steps }) => steps.flatMap((step) => linesOf(step)));

describe("the guide's command lines for this topology", () => {
  it("are all there, in the guide's order", () => {
    expect(guide).toEqual([
      `confluent kafka link create primary-to-jump --cluster lkc-2222 --source-cluster lkc-1111 ${CONFIG}/cl-primary-to-jump.jump.config`,
      `confluent kafka link create primary-to-jump --cluster lkc-1111 --destination-cluster lkc-2222 ${CONFIG}/cl-primary-to-jump.primary.config`,
      "confluent kafka link list --cluster lkc-2222",
      "confluent kafka link describe primary-to-jump --cluster lkc-2222",
      "confluent kafka link list --cluster lkc-1111",
      "confluent kafka link describe primary-to-jump --cluster lkc-1111",
      `confluent kafka link configuration update primary-to-jump --cluster lkc-2222 ${CONFIG}/cl-primary-to-jump.jump.config`,
      "confluent kafka mirror create my_test_topic --link primary-to-jump --cluster lkc-2222",
      `confluent kafka link create jump-to-dr --cluster lkc-3333 --source-cluster lkc-2222 ${CONFIG}/cl-jump-to-dr.dr.config`,
      "confluent kafka link create jump-to-dr --cluster lkc-3333 --source-cluster lkc-2222 --source-bootstrap-server jump.example.test:9092 --source-api-key '<jump-api-key>' --source-api-secret '<jump-api-secret>'",
      "confluent kafka link list --cluster lkc-3333",
      "confluent kafka link describe jump-to-dr --cluster lkc-3333",
      `confluent kafka link configuration update jump-to-dr --cluster lkc-3333 ${CONFIG}/cl-jump-to-dr.dr.config`,
      "confluent kafka mirror create my_test_topic --link jump-to-dr --cluster lkc-3333",
      "confluent kafka topic create my_test_topic --partitions 3 --cluster lkc-1111",
      "confluent kafka mirror create my_test_topic --link primary-to-jump --cluster lkc-2222",
      "confluent kafka mirror create my_test_topic --link jump-to-dr --cluster lkc-3333",
      "confluent api-key use '<dr-api-key>'",
      "confluent kafka topic consume my_test_topic --from-beginning --cluster lkc-3333",
      "confluent api-key use '<primary-api-key>'",
      "confluent kafka topic produce my_test_topic --cluster lkc-1111",
    ]);
  });

  it("store the keys first", () => {
    expect(every.filter((line) => line.startsWith("confluent api-key store"))).toEqual([
      "confluent api-key store '<primary-api-key>' '<primary-api-secret>' --resource lkc-1111",
      "confluent api-key store '<jump-api-key>' '<jump-api-secret>' --resource lkc-2222",
      "confluent api-key store '<dr-api-key>' '<dr-api-secret>' --resource lkc-3333",
    ]);
  });

  it("use no flag that the CLI has given up", () => {
    expect(every.join("\n")).not.toMatch(
      /--(?:source|destination|remote)-cluster-id|--config-file|link describe --link/,
    );
  });

  it("create many mirror topics from a file", () => {
    const many = sectionOf(runbook(withTopics(41)), "guide").steps.flatMap((step) => linesOf(step));
    expect(many.filter((line) => line.includes("mirror create") && !line.includes("my_test_topic"))).toEqual([
      "xargs -n 1 confluent kafka mirror create --link primary-to-jump --cluster lkc-2222 < cdktf.out/runbook/primary-to-jump.jump.topics",
      "xargs -n 1 confluent kafka mirror create --link jump-to-dr --cluster lkc-3333 < cdktf.out/runbook/jump-to-dr.dr.topics",
    ]);
  });
});
