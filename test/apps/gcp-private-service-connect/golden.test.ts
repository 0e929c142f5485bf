import { expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import { APP, runWith } from "./app";

describeInstalled(APP, "the networks' stacks", () => {
  it("are what was reviewed", async () => {
    const hub = { sniProxy: { allowedCidrs: ["203.0.113.0/24"], zone: "europe-west8-b" } };
    const stacks = Object.entries(stacksOf(runWith({ topology: { hub } })));
    const networks = Object.fromEntries(
      stacks
        .filter(([name]) => name.startsWith("network-"))
        // Where the state is depends on the folder that was synthesised to.
        .map(
          ([
            name,
            {
              terraform: { backend: _, ...terraform },
              ...stack
            },
          ]) => [name, { ...stack, terraform }],
        ),
    );
    await expect(`${JSON.stringify(networks, null, 2)}\n`).toMatchFileSnapshot("golden.txt");
  });
});
