import { afterAll, beforeAll, expect, it } from "vitest";
import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { runSmokeTest } from "../../lib/rehearsal/terraform/smoke-test";
import { smokeTopic } from "../../lib/rehearsal/terraform/smoke-topic";
import { chain, DIALLING, LINK, RECEIVING } from "./app";
import { describeWithTerraform } from "./support";

describeWithTerraform("a chain whose topics come from filters alone", () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.start(chain({ topics: [] }));
    await deployment.apply();
  });
  afterAll(async () => deployment.stop());

  it("has links and no mirror topics in Terraform", async () => {
    expect((await deployment.stack("primary-to-jump").addresses()).sort()).toEqual([DIALLING, RECEIVING]);
    expect(await deployment.stack("jump-to-dr").addresses()).toEqual([LINK]);
  });

  it("passes the smoke test with a topic that the links discover", async () => {
    const steps: string[] = [];
    await runSmokeTest(deployment.cloud, smokeTopic(deployment.document)!, (step) => steps.push(step));
    expect(steps).toEqual([
      "topic mirror_me_smoke_test created on PRIMARY, for the links to discover",
      "topic mirror_me_smoke_test is on PRIMARY",
      "topic mirror_me_smoke_test is on JUMP, a mirror",
      "topic mirror_me_smoke_test is on DR, a mirror",
      "3 records produced on PRIMARY",
      "3 records consumed on DR",
    ]);
  });
});
