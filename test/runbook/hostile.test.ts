import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { TopologyDocument } from "../../lib/model/document";
import { mermaidText } from "../../lib/runbook/diagram";
import { codeBlock, table } from "../../lib/runbook/markdown";
import { commandLine, shellWord } from "../../lib/runbook/shell";
import { commandsOf, runbook, seed, textOf } from "./support";

const NASTY = [
  "$(touch /tmp/x)",
  "`id`",
  "a b",
  "it's",
  'say "hi"',
  "; rm -rf /",
  "${HOME}",
  "*",
  "<x>",
  "a\\b",
  "--flag",
  "é",
  "",
  "| tee",
  "line\nbreak",
];

/** What a shell makes of words. */
function wordsOf(line: string): string[] {
  const { stdout } = spawnSync("sh", ["-c", `for word in ${line}; do printf '%s\\0' "$word"; done`], {
    encoding: "utf8",
  });
  return stdout.split("\0").slice(0, -1);
}

describe("words of a command line", () => {
  it("mean themselves in a shell, whatever is in them", () => {
    expect(wordsOf(NASTY.map(shellWord).join(" "))).toEqual(NASTY);
  });

  it("are left as they are where that is safe", () => {
    expect(shellWord("-var=failover=FAILED_OVER")).toBe("-var=failover=FAILED_OVER");
    expect(shellWord("cdktf.out/stacks/jump-to-dr")).toBe("cdktf.out/stacks/jump-to-dr");
  });
});

/** The guide's topology with names that nobody should have. */
function hostile(name: string): TopologyDocument {
  const document = seed();
  return {
    ...document,
    stacks: document.stacks.map((stack) => ({
      ...stack,
      name: stack.name + name,
      dependsOn: stack.dependsOn.map((other) => other + name),
    })),
    clusters: document.clusters.map((cluster) => ({
      ...cluster,
      name: cluster.name + name,
      id: (cluster.id ?? "") + name,
      region: name,
      bootstrapEndpoint: `${cluster.bootstrapEndpoint ?? ""}${name}`,
    })),
    legs: document.legs.map((leg) => ({
      ...leg,
      stack: leg.stack + name,
      linkName: (leg.linkName ?? "") + name,
      sets: leg.sets.map((set) => ({
        ...set,
        stack: set.stack + name,
        mirrors: set.mirrors.map((mirror) => ({
          topic: mirror.topic + name,
          mirrorTopic: mirror.topic + name,
          address: `confluent_kafka_mirror_topic.x[${JSON.stringify(name)}]`,
        })),
      })),
    })),
  };
}

const NAMES = NASTY.filter((name) => name !== "");

describe.each(NAMES)("a topology with %j in every name", (name) => {
  const written = runbook(hostile(name));
  const text = textOf(written, "RUNBOOK.md");

  it("has command lines of which a shell sees exactly the arguments", () => {
    const commands = commandsOf(written).filter(({ program }) => program === "confluent" || program === "terraform");
    const script = commands
      .map((command) => `${commandLine({ ...command, program: "confluent" }).replace(/^confluent/, "show")}\n`)
      .join("");
    const { stdout, stderr } = spawnSync("sh", ["-c", `show() { printf '%s\\0' "$@"; printf '\\1'; }\n${script}`], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const seen = stdout
      .split("\x01")
      .slice(0, -1)
      .map((words) => words.split("\0").slice(0, -1));
    expect(seen).toEqual(commands.map(({ args }) => args));
  });

  it("keeps to its folder", () => {
    for (const file of written.files) expect(file.name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
  });

  it("keeps to one line in a configuration file", () => {
    for (const file of written.files.filter((each) => each.name.endsWith(".config"))) {
      for (const line of file.text.trimEnd().split("\n")) expect(line).toMatch(/^[a-z.]+=/);
    }
  });

  it("has the headings and code blocks that it shall have, and no others", () => {
    const outside: string[] = [];
    let fence: string | undefined;
    for (const line of text.split("\n")) {
      const [run] = /^`{3,}/.exec(line) ?? [];
      if (fence === undefined && run !== undefined) fence = run;
      else if (fence !== undefined && line === fence) fence = undefined;
      else if (fence === undefined) outside.push(line);
    }
    expect(fence).toBeUndefined();
    const plain = textOf(runbook(seed()), "RUNBOOK.md");
    const count = (lines: string[]): number => lines.filter((line) => /^#{1,4} /.test(line)).length;
    expect(count(outside)).toBe(count(plain.split("\n")));
    const markup = outside
      .join("\n")
      .replace(/(`+)[^`].*?\1/g, "")
      .replaceAll("\\<", "");
    expect(markup.match(/.*<(?!\/a>|a id="[a-z0-9-]+"><\/a>).*/g) ?? []).toEqual([]);
  });
});

describe("Markdown and Mermaid", () => {
  it("end no block and no cell by what is in them", () => {
    expect(codeBlock("sh", "a\n```\nb")).toBe("````sh\na\n```\nb\n````\n");
    expect(table(["A"], [["x|y"], ["a\nb"], ["plain"]])).toBe("| A |\n| --- |\n| `x\\|y` |\n| a b |\n| plain |\n");
  });

  it("write what would be markup as entities", () => {
    expect(mermaidText('a"]; <b> #')).toBe("a#34;#93;; #60;b#62; #35;");
    expect(mermaidText("orders_v1.*")).toBe("orders_v1.*");
  });
});
