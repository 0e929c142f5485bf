import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { describeWithTerraform } from "../e2e/support";
import { backward, forward, oneLeg, rehearseByCommand } from "./support";

type Rehearsed = Awaited<ReturnType<typeof rehearseByCommand>>;

/** Command lines in the report of a rehearsal. */
const linesOf = ({ text }: Rehearsed): string[] =>
  [...text.matchAll(/^ {4}\$ (.*)$/gm)].map(([, line]) =>
    String(line).replaceAll(/-chdir=\S*(\/stacks\/)/g, "-chdir=OUT$1"),
  );

/** Rows of the report's tables of topics by name: written, arrived, lost. */
function topicsOf({ text }: Rehearsed): [string, number, number, number][] {
  const rows = [...text.matchAll(/^ {2}([a-z_]+) +(\d+) +(\d+) +(\d+)$/gm)];
  return rows
    .map(([, topic, ...numbers]): [string, number, number, number] => [
      String(topic),
      ...(numbers.map(Number) as [number, number, number]),
    ])
    .sort(([a], [b]) => a.localeCompare(b));
}

const held = (rehearsed: Rehearsed): void => {
  const { exitCode, text } = rehearsed;
  expect(exitCode, text).toBe(0);
  expect(text).toMatch(/\nAll \d+ promises held\.\n/);
  expect(text).not.toContain("NOT HELD");
};

const TOPICS = ["bills", "mirror_me_drill", "orders"];

describeWithTerraform("primary-lost", () => {
  let done: Rehearsed;
  beforeAll(async () => (done = await rehearseByCommand(["primary-lost", "--out", forward()])));

  it("keeps its promises", () => held(done));

  it("fails over by Terraform what Terraform has, and by one call what the link made", () => {
    const lines = linesOf(done);
    const plan = lines.findIndex((line) => line.includes("-var=failover=FAILED_OVER"));
    expect(lines.slice(plan, plan + 4)).toEqual([
      "terraform -chdir=OUT/stacks/jump-to-dr plan -input=false -var=failover=FAILED_OVER -parallelism=10 -out=fail-over.tfplan  (0 to add, 2 to change, 0 to destroy)",
      "terraform -chdir=OUT/stacks/jump-to-dr apply -input=false -parallelism=10 fail-over.tfplan",
      expect.stringMatching(/^npx cluster-linking failover --stack jump-to-dr --failover --out /),
      expect.stringMatching(/^npx cluster-linking failover --stack jump-to-dr --failover --yes --out /),
    ]);
    expect(lines[plan + 5]).toBe("terraform -chdir=OUT/stacks/jump-to-dr plan -input=false  (No changes)");
  });

  it("never runs Terraform for the stack of PRIMARY after it was lost", () => {
    const lines = linesOf(done);
    const lost = lines.findIndex((line) => line.includes("status --leg jump-to-dr --drained"));
    expect(lines.slice(lost).filter((line) => line.includes("primary-to-jump"))).toEqual([]);
  });

  it("tells what was lost: what was written last, and nothing else", () => {
    const topics = topicsOf(done);
    expect(topics.map(([name]) => name).sort()).toEqual(TOPICS);
    for (const [, written, arrived, lost] of topics) {
      expect(written).toBe(arrived + lost);
      expect(lost).toBeGreaterThanOrEqual(4);
      expect(lost).toBeLessThanOrEqual(6);
      expect(arrived).toBeGreaterThan(100);
    }
  });

  it("tells where groups go on, and what they read again", () => {
    const rows = [...done.text.matchAll(/^ {2}drill-consumers +(\S+) +(\d+) +(\d+) +(\d+) +(\d+)$/gm)];
    expect(rows.map(([, topic]) => topic).sort()).toEqual(TOPICS);
    for (const [, , left, found, again] of rows) {
      expect(Number(left)).toBe(Number(found) + Number(again));
      expect(Number(found)).toBeGreaterThan(0);
    }
  });

  it("shows its progress in real seconds and virtual minutes", () => {
    expect(done.told.length).toBeGreaterThan(40);
    for (const line of done.told) expect(line.split("\n")[0]).toMatch(/^ *\d+\.\d s +\d+\.\d min {2}\S/);
    expect(done.told.join("\n")).toContain("min  jump-to-dr: changed confluent_kafka_mirror_topic.mirrors_orders");
  });

  it("writes one page with everything, and no secret", () => {
    expect(readdirSync(done.reports)).toEqual(["primary-lost.html"]);
    const page = readFileSync(join(done.reports, "primary-lost.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("<svg ");
    expect(page).toContain("PRIMARY is lost</text>");
    expect(page).toContain("<strong>PENDING_STOPPED lasts 5 seconds at least.</strong>");
    expect(page).toContain("EMULATED, not Confluent Cloud");
    expect(page).not.toMatch(/(?:src|href)=/);
    expect(page).not.toMatch(/password=&#34;(?!\(sensitive)/);
  });
});

describeWithTerraform("jump-lost", () => {
  it("loses nothing, fails nothing over, and plans again when JUMP is back", async () => {
    const done = await rehearseByCommand(["jump-lost", "--out", forward()]);
    held(done);
    expect(done.text).toContain("plan -input=false  (exit code 1)");
    expect(done.text).not.toContain("FAILED_OVER");
    expect(topicsOf(done).map(([name, , , lost]) => [name, lost])).toEqual(TOPICS.map((name) => [name, 0]));
  });
});

describeWithTerraform("both-lost", () => {
  it("fails over without looking, as a plan that looks fails", async () => {
    const done = await rehearseByCommand(["both-lost", "--out", forward()]);
    held(done);
    const lines = linesOf(done);
    const refused = lines.indexOf("terraform -chdir=OUT/stacks/jump-to-dr plan -input=false  (exit code 1)");
    expect(lines[refused + 1]).toBe(
      "terraform -chdir=OUT/stacks/jump-to-dr plan -input=false -refresh=false -var=failover=FAILED_OVER -parallelism=10 -out=fail-over.tfplan  (0 to add, 2 to change, 0 to destroy)",
    );
    const page = readFileSync(join(done.reports, "both-lost.html"), "utf8");
    expect(page).toContain("SOURCE_UNAVAILABLE is not a valid MirrorTopicStatus");
  });

  it("is one REST call where Terraform has no mirror topic", async () => {
    const done = await rehearseByCommand(["both-lost", "--out", forward({ topics: [] })]);
    held(done);
    expect(done.text).not.toContain("-var=failover");
    expect(topicsOf(done).map(([name]) => name)).toEqual(["mirror_me_drill"]);
  });
});

describeWithTerraform("half-deleted", () => {
  it("is noticed and mended for each half", async () => {
    const done = await rehearseByCommand(["half-deleted", "--out", forward()]);
    held(done);
    for (const half of ["dialling half of primary-to-jump", "receiving half of primary-to-jump", "jump-to-dr"]) {
      expect(done.text).toContain(`Records and groups after the ${half} was mended`);
    }
    const repair = linesOf(done).find((line) => line.includes("repair.tfplan"));
    expect(repair).toBe(
      "terraform -chdir=OUT/stacks/primary-to-jump plan -input=false -out=repair.tfplan  (1 to add, 0 to change, 0 to destroy)",
    );
    expect(topicsOf(done).every(([, , , lost]) => lost === 0)).toBe(true);
  });
});

describeWithTerraform("planned-switch", () => {
  it("loses nothing, and groups go on exactly where they were", async () => {
    const done = await rehearseByCommand(["planned-switch", "--out", forward()]);
    held(done);
    const lines = linesOf(done).map((line) => line.replace(/ --out .*$/, ""));
    const first = lines.indexOf("npx cluster-linking status --leg primary-to-jump --drained");
    expect(lines.slice(first, first + 4)).toEqual([
      "npx cluster-linking status --leg primary-to-jump --drained",
      "sleep 120",
      "npx cluster-linking status --leg jump-to-dr --drained",
      "terraform -chdir=OUT/stacks/jump-to-dr plan -input=false -var=failover=PROMOTED -parallelism=10 -out=promote.tfplan  (0 to add, 2 to change, 0 to destroy)",
    ]);
    expect(topicsOf(done).map(([name, , , lost]) => [name, lost])).toEqual(TOPICS.map((name) => [name, 0]));
    expect(done.text).toMatch(/drill-consumers +orders +(\d+) +\1 +0 +0\n/);
  });

  it("works over one leg, where offsets are not copied", async () => {
    const done = await rehearseByCommand(["planned-switch", "--out", oneLeg()]);
    held(done);
    expect(done.text).toContain("Committed offsets of drill-consumers do not get to DR");
  });
});

describeWithTerraform("rotate-keys", () => {
  it("replaces five keys, with one failed apply, and no link notices", async () => {
    const done = await rehearseByCommand(["rotate-keys", "--out", forward()]);
    held(done);
    const failed = linesOf(done).filter((line) => line.includes("exit code 1"));
    expect(failed).toEqual([
      "terraform -chdir=OUT/stacks/primary-to-jump apply -input=false rotate.tfplan  (exit code 1)",
    ]);
    const titles = [...done.text.matchAll(/min {2}(\w+_api_key of \S+)$/gm)].map(([, title]) => title).sort();
    expect(titles).toEqual([
      "dr_api_key of jump-to-dr",
      "jump_api_key of jump-to-dr",
      "jump_api_key of primary-to-jump",
      "jump_dial_api_key of primary-to-jump",
      "primary_api_key of primary-to-jump",
    ]);
  });
});

describeWithTerraform("failback", () => {
  it("closes the circle, and loses no record that DR had", async () => {
    const done = await rehearseByCommand(["failback", "--out", forward(), "--failback-out", backward()]);
    held(done);
    const lines = linesOf(done).filter((line) => / apply /.test(line));
    expect(lines.map((line) => /stacks\/(\S+)/.exec(line)?.[1])).toEqual([
      "primary-to-jump",
      "jump-to-dr",
      "jump-to-dr",
      "dr-to-jump",
      "jump-to-primary",
      "jump-to-primary",
      "primary-to-jump",
      "jump-to-dr",
    ]);
    expect(done.text).toContain("held      every record on DR is on PRIMARY");
    expect(done.text).toContain("Everything is on DR again");
  });
});

describeWithTerraform("without a scenario", () => {
  it("deploys, and sends the guide's records", async () => {
    const done = await rehearseByCommand(["--out", oneLeg()]);
    held(done);
    expect(readdirSync(done.reports)).toEqual(["deploy.html"]);
    expect(done.told.join("\n")).toContain("3 records consumed on DR");
  });
});
