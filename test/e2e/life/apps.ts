import { join } from "node:path";
import { newFolder, node, topologyFile } from "../support";

/** Synthesises a sample app over one topology file, and gives back the folder. */
export async function synthApp(app: "existing-clusters" | "failback", members: object): Promise<string> {
  const out = join(newFolder(), "out");
  const { status, stdout, stderr } = await node(["--import", "tsx", `apps/${app}/main.ts`], {
    TOPOLOGY_FILE: topologyFile(members),
    CDKTF_OUTDIR: out,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return out;
}
