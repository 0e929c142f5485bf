import { parseArgs } from "node:util";
import { once } from "node:events";
import { RealClock } from "../lib/rehearsal/clock/real-clock";
import { RehearsalCloud } from "../lib/rehearsal/terraform/rehearsal-cloud";
import { exportCommands, standingEnvironment } from "../lib/rehearsal/terraform/standing-environment";
import { WorkingCopy } from "../lib/rehearsal/terraform/working-copy";
import { Workplace } from "./emulator/workplace";
import { interruption } from "./interruption";
import { synthesizeApp } from "./start/synth";

const { values } = parseArgs({ options: { speed: { type: "string", default: "1" } } });

/** Keeps a cloud with the topology's clusters up until it is told to end. */
async function emulate(workplace: Workplace, speed: number, signal: AbortSignal): Promise<void> {
  await synthesizeApp(workplace.out, signal);
  const copy = WorkingCopy.copyOf(workplace.out);
  const { document, stacks } = copy;
  copy.remove();
  const cloud = await RehearsalCloud.start({ clock: (timeline) => new RealClock(timeline, { speed }) });
  try {
    await cloud.addClusters(document);
    await cloud.createSourceTopics(document);
    const environment = { ...standingEnvironment(cloud, stacks, document), TOPOLOGY_FILE: workplace.topology() };
    const commands = exportCommands(environment);
    const file = workplace.write("environment.sh", `${commands}\n`);
    const { emulator } = cloud;
    const named = document.clusters.flatMap(({ name, id }) =>
      id === null ? [] : [`  ${name} ${id}: ${emulator.restUrl(id)}`],
    );
    const lines = [
      `An emulated Confluent Cloud is up, until Ctrl-C. One minute there is ${60 / speed} s here.`,
      `  control plane: ${emulator.url}, faults and state: ${emulator.url}/emulator`,
      ...named,
      "",
      "In another shell, at the root of the repository:",
      `  . ${file}`,
      `  npx cdktf deploy --skip-provider-lock ${[...stacks.keys()].join(" ")}`,
      "",
      "That file exports",
      commands,
    ];
    console.log(lines.join("\n"));
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await cloud.stop();
  }
}

async function main(): Promise<void> {
  const speed = Number(values.speed);
  if (!(speed > 0)) throw new Error("--speed takes a number above 0: how many seconds pass in one.");
  const signal = interruption();
  const workplace = new Workplace();
  try {
    await emulate(workplace, speed, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    workplace.remove();
  }
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
