import { Deployment } from "../../lib/rehearsal/terraform/deployment";

/** Prints the seconds of `terraform init` and `terraform apply` of the stacks, one after the other, on a server that is up. */
async function main(out: string): Promise<void> {
  const deployment = await Deployment.start(out);
  try {
    await deployment.cloud.createSourceTopics(deployment.document);
    const start = performance.now();
    for (const stack of deployment.stacks) {
      await stack.init();
      await stack.apply();
    }
    console.log((performance.now() - start) / 1000);
  } finally {
    await deployment.stop();
  }
}

void main(String(process.argv[2]));
