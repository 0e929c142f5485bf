import { Deployment } from "../../lib/rehearsal/terraform/deployment";
import { Progress } from "../../lib/rehearsal/terraform/progress";
import { RehearsalCloud } from "../../lib/rehearsal/terraform/rehearsal-cloud";
import { runSmokeTest } from "../../lib/rehearsal/terraform/smoke-test";
import { smokeTopic } from "../../lib/rehearsal/terraform/smoke-topic";
import type { Terraform } from "../../lib/rehearsal/terraform/terraform";

import { showLinks } from "./tables";

/** Starts a cloud while the app is still being synthesised. */
export async function startMeanwhile(synthesis: Promise<string>): Promise<{ summary: string; cloud: RehearsalCloud }> {
  const [synthesised, started] = await Promise.allSettled([synthesis, RehearsalCloud.start()]);
  if (started.status === "rejected") throw started.reason as Error;
  if (synthesised.status === "fulfilled") return { summary: synthesised.value, cloud: started.value };
  await started.value.stop();
  throw synthesised.reason as Error;
}

/** Applies what was synthesised on an emulated Confluent Cloud, which ends with it, and shows that records get through. */
export async function rehearse(
  out: string,
  options: { readonly cloud: RehearsalCloud; readonly terraform: Terraform; readonly signal: AbortSignal },
): Promise<void> {
  const deployment = await Deployment.start(out, options);
  try {
    const { cloud, document } = deployment;
    const progress = new Progress(
      () => cloud.minutes,
      (line) => console.log(line),
    );
    console.log("Deploying with Terraform. EMULATED, not Confluent Cloud: all on this machine.");
    console.log("real time   virtual");
    progress.step(`clusters are up: ${document.clusters.map(({ name }) => name).join(", ")}`);
    await deployment.init();
    progress.step("source topics are there, terraform init is done");
    for (const stack of deployment.stacks) {
      await stack.apply({ onEvent: (event) => progress.event(stack.name, event) });
      progress.step(`${stack.name}: applied, ${progress.resources(stack.name)} created or changed`);
    }
    const topic = smokeTopic(document);
    if (topic === undefined) progress.step("no topic gets to the end of a chain: no smoke test");
    else await runSmokeTest(cloud, topic, (text) => progress.step(`smoke test: ${text}`));
    console.log("");
    await showLinks(deployment);
  } finally {
    await deployment.stop();
  }
}
