import { join } from "node:path";
import { App } from "cdktf";
import { PrivatePublicPrivate, synthesize } from "cdktf-cluster-linking";
import { addBackend } from "cluster-linking-apps/backend";
import { propsOf, stackOf, topologyFile } from "cluster-linking-apps/chain";
import { summarize } from "cluster-linking-apps/summary";
import { readSettings } from "cluster-linking-apps/topology-file";
import { legsBackend, workspacesBackend, WORKSPACES } from "./backends";
import { settingsSchema } from "./settings";
import { WorkspacesStack } from "./workspaces/workspaces-stack";

let summary = (): string => "";

synthesize(() => {
  const settings = readSettings(topologyFile(join(__dirname, "topology.json")), settingsSchema);
  const { terraformCloud: cloud } = settings;
  const app = new App();
  const backend = legsBackend(cloud);
  const legs = {
    "primary-to-jump": stackOf(app, "primary-to-jump", __dirname, { backend }),
    "jump-to-dr": stackOf(app, "jump-to-dr", __dirname, { backend }),
  };
  const chain = new PrivatePublicPrivate({
    ...propsOf(settings, "dr"),
    primaryToJump: legs["primary-to-jump"],
    jumpToDr: legs["jump-to-dr"],
  });
  const workspaces = new WorkspacesStack(app, { cloud, legs, mirrorTopics: chain.onDr.topics.length });
  addBackend(workspaces, WORKSPACES, __dirname, workspacesBackend(cloud));
  summary = () =>
    summarize(
      app,
      [
        [chain.primaryToJump, chain.onJump],
        [chain.jumpToDr, chain.onDr],
      ],
      settings,
    );
  return app;
});

if (process.exitCode === undefined) console.log(summary());
