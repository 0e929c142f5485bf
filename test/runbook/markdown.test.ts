import { describe, expect, it } from "vitest";
import { filtersOnly, runbook, seed, textOf, withTopics } from "./support";

const text = textOf(runbook(seed()), "RUNBOOK.md");

describe("RUNBOOK.md", () => {
  it("has a target for each of its links", () => {
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    const anchors = new Set([...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, anchor]) => anchor));
    expect(links.length).toBeGreaterThan(15);
    for (const link of links) expect(anchors).toContain(link);
  });

  it("draws networks, clusters, topics, data, dialling and stacks", () => {
    const [, mermaid = ""] = /```mermaid\n([\s\S]*?)```/.exec(text) ?? [];
    expect(mermaid).toBe(`flowchart LR
  subgraph zc0["private network of primary, AZURE germanywestcentral"]
    subgraph c0["primary, lkc-1111, Dedicated"]
      c0t0["my_test_topic"]
      c0t1["by filter: mirror_me* but not no_mirror*"]
    end
  end
  subgraph zc1["internet, AZURE westeurope"]
    subgraph c1["jump, lkc-2222, Dedicated"]
      c1t0["my_test_topic"]
      c1t1["by filter: mirror_me* but not no_mirror*"]
    end
  end
  subgraph zc2["private network of dr, AZURE northeurope"]
    subgraph c2["dr, lkc-3333, Dedicated"]
      c2t0["my_test_topic"]
      c2t1["by filter: mirror_me* but not no_mirror*"]
    end
  end
  c0t0 == "data: primary-to-jump" ==> c1t0
  c0t1 == "data: primary-to-jump" ==> c1t1
  c1t0 == "data: jump-to-dr" ==> c2t0
  c1t1 == "data: jump-to-dr" ==> c2t1
  c0 -. "dials: primary-to-jump" .-> c1
  c2 -. "dials: jump-to-dr" .-> c1
  stack0{{"stack primary-to-jump"}}
  stack0 -. "calls" .-> c1
  stack0 -. "calls" .-> c0
  stack1{{"stack jump-to-dr"}}
  stack1 -. "calls" .-> c2
`);
  });

  it("draws many topics as one, and lists some", () => {
    const many = textOf(runbook(withTopics(100)), "RUNBOOK.md");
    expect(many).toContain('c0t0["100 topics"]');
    expect(many).toContain("| `topic_59` | `topic_59` | `topic_59` |");
    expect(many).not.toContain("`topic_60`");
    expect(many).toContain("And 40 more.");
  });

  it("tells how far each topic gets", () => {
    const document = seed();
    const [one, two] = document.legs;
    const stops = { ...document, legs: [one!, { ...two!, sets: [], autoCreate: { enabled: false, filters: [] } }] };
    expect(textOf(runbook(stops), "RUNBOOK.md")).toContain("| `my_test_topic` | `my_test_topic` | does not get here |");
  });

  it("says where no topic is named", () => {
    expect(textOf(runbook(filtersOnly()), "RUNBOOK.md")).toContain("The app names no topic.");
  });

  it("has the numbers", () => {
    expect(text).toContain("- Planned switch: no record is lost.\n");
    expect(text).toContain(
      "- primary lost: the lag of primary-to-jump. All but dr lost: the lags of primary-to-jump and jump-to-dr, added up.\n",
    );
    expect(text).toContain("-parallelism=10, at least 62 s for 1 mirror topic. By one REST call: seconds.\n");
  });

  it("has lines that people read, each in one block", () => {
    expect(text).toContain(
      "```sh\nnpx cluster-linking failover --stack jump-to-dr --failover\nnpx cluster-linking failover --stack jump-to-dr --failover --yes\n```\n",
    );
    expect(text).toContain("export TF_VAR_dr_api_key='<dr-api-key>'\n");
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});
