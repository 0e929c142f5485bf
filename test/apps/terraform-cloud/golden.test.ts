import { expect, it } from "vitest";
import { describeInstalled } from "../run-app";
import { APP, runWith, stacksOf } from "./app";

describeInstalled(APP, "the whole app", () => {
  it("synthesises what was reviewed", async () => {
    await expect(`${JSON.stringify(stacksOf(runWith()), null, 2)}\n`).toMatchFileSnapshot("golden.txt");
  });
});
