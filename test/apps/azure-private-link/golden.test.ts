import { expect, it } from "vitest";
import { describeInstalled, stacksOf } from "../run-app";
import { APP, runWith } from "./app";

/** States that are not on this machine, so that no folder of it is in the JSON. */
const backend = {
  type: "azurerm",
  resourceGroupName: "states",
  storageAccountName: "shopstates",
  containerName: "tfstate",
  useAzureadAuth: true,
};

describeInstalled(APP, "the whole app", () => {
  it("synthesises what was reviewed", async () => {
    const stacks = stacksOf(runWith({ topology: { backend } }));
    await expect(`${JSON.stringify(stacks, null, 2)}\n`).toMatchFileSnapshot("golden.txt");
  });
});
