import { App } from "cdktf";
import { synthesize } from "cdktf-cluster-linking";
import { topologyFile } from "../chain";
import { summarize } from "../summary";
import { readSettings } from "../topology-file";
import { createdChainBack } from "./created-chain";
import { platformFile, readPlatform } from "./platform-data";
import { platformSettings } from "./settings";

/** Reads the two files of an app that created everything, builds the way back from DR to PRIMARY, and synthesises it. */
export function synthesizeCreatedFailback(folder: string): void {
  let summary = (): string => "";
  synthesize(() => {
    // The cloud's own members are for the app that has the schema of them.
    const settings = readSettings(topologyFile("topology.json"), platformSettings.loose());
    const file = platformFile(folder);
    const data = readPlatform(file, settings);
    if (!data) throw new Error(`${file} is not there.`);
    const app = new App();
    const legs = createdChainBack(app, { folder, settings, data });
    summary = () => summarize(app, legs, settings);
    return app;
  });
  if (process.exitCode === undefined) console.log(summary());
}
