import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, DataTerraformRemoteStateLocal, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { KafkaTopic } from "@cdktf/provider-confluent/lib/kafka-topic";
import { afterEach, describe, expect, it } from "vitest";
import { Warnings } from "../../lib/core/acknowledgements";
import { AppModel } from "../../lib/core/app-model";
import { ApiKey } from "../../lib/kafka/api-key";
import { KafkaCluster } from "../../lib/kafka/kafka-cluster";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import { SourceInitiatedLink } from "../../lib/link/source-initiated-link";
import { MirrorSet } from "../../lib/mirror/mirror-set";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { refusal } from "./refusal";
import { emptyApp } from "./terraform";

const outdirs: string[] = [];
afterEach(() => outdirs.splice(0).forEach((outdir) => rmSync(outdir, { recursive: true, force: true })));

function newOutdir(): string {
  const outdir = mkdtempSync(join(tmpdir(), "cluster-linking-"));
  outdirs.push(outdir);
  return outdir;
}

function newApp(outdir = newOutdir()): App {
  return new App({ outdir, stackTraces: false });
}

function primaryToJump(
  app: App,
  extras: Partial<ConstructorParameters<typeof SourceInitiatedLink>[2]> = {},
): MirrorSet {
  const stack = stackWithProvider(app, "primary-to-jump");
  const link = new SourceInitiatedLink(stack, "link", {
    linkName: "primary-to-jump",
    source: PRIMARY,
    sourceCredentials: ApiKey.fromVariables(stack, "primary"),
    destination: JUMP,
    destinationCredentials: ApiKey.fromVariables(stack, "jump"),
    dialCredentials: ApiKey.fromVariables(stack, "jump_dial"),
    ...extras,
  } as ConstructorParameters<typeof SourceInitiatedLink>[2]);
  return new MirrorSet(stack, "mirrors", { link, topics: ["orders"] });
}

function jumpToDr(app: App, source: KafkaCluster = JUMP, topics = ["orders"]): TerraformStack {
  const stack = stackWithProvider(app, "jump-to-dr");
  const link = new DestinationInitiatedLink(stack, "link", {
    linkName: "jump-to-dr",
    source,
    sourceCredentials: ApiKey.fromVariables(stack, "jump"),
    destination: DR,
    destinationCredentials: ApiKey.fromVariables(stack, "dr"),
  });
  new MirrorSet(stack, "mirrors", { link, topics });
  return stack;
}

const errorsOf = (app: App): string[] =>
  AppModel.of(app)
    .evaluate()
    .errors.map(({ rule, path }) => `${rule.id} ${path ?? ""}`);
const warningsOf = (app: App): string[] =>
  AppModel.of(app)
    .evaluate()
    .warnings.map(({ rule, path }) => `${rule.id} ${path ?? ""}`);

describe("an app with an error in its second stack", () => {
  it("writes no file of the first one", () => {
    const app = newApp();
    primaryToJump(app);
    jumpToDr(app, JUMP, []);
    expect(() => app.synth()).toThrow("jump-to-dr/mirrors: CL058");
    for (const stack of ["primary-to-jump", "jump-to-dr"]) {
      expect(existsSync(join(app.outdir, "stacks", stack, "cdk.tf.json"))).toBe(false);
    }
    expect(existsSync(join(app.outdir, "manifest.json"))).toBe(false);
    expect(existsSync(join(app.outdir, "cluster-linking.json"))).toBe(false);
  });

  it("writes everything once it is mended", () => {
    const app = newApp();
    const onJump = primaryToJump(app);
    const stack = jumpToDr(app, JUMP, []);
    expect(() => app.synth()).toThrow("CL058");
    (stack.node.findChild("mirrors") as MirrorSet).addTopic("orders");
    app.synth();
    expect(onJump.topics).toEqual(["orders"]);
    expect(existsSync(join(app.outdir, "stacks", "jump-to-dr", "cdk.tf.json"))).toBe(true);
    expect(existsSync(join(app.outdir, "cluster-linking.json"))).toBe(true);
  });
});

describe("the order of stacks", () => {
  it("comes from the ids of clusters, without a reference between the stacks", () => {
    const app = newApp();
    const second = jumpToDr(app);
    primaryToJump(app);
    app.synth();
    expect(second.dependencies.map(({ node }) => node.path)).toEqual(["primary-to-jump"]);
    const manifest = JSON.parse(readFileSync(join(app.outdir, "manifest.json"), "utf8")) as {
      stacks: Record<string, { dependencies: string[] }>;
    };
    expect(manifest.stacks["jump-to-dr"]?.dependencies).toEqual(["primary-to-jump"]);
  });

  it("stays as it is where somebody stated the reverse", () => {
    const app = newApp();
    const second = jumpToDr(app);
    const first = TerraformStack.of(primaryToJump(app));
    first.addDependency(second);
    app.synth();
    expect(second.dependencies).toEqual([]);
  });
});

describe("references between stacks", () => {
  const crossReference = (from: (app: App) => KafkaCluster): App => {
    const app = newApp();
    primaryToJump(app);
    jumpToDr(app, from(app));
    return app;
  };

  it("are refused on the DR side when an attribute of another stack is used there", () => {
    const app = crossReference((each) => {
      const owner = stackWithProvider(each, "clusters");
      const topic = new KafkaTopic(owner, "topic", { topicName: "t" });
      return KafkaCluster.fromAttributes({ ...JUMP, bootstrapEndpoint: topic.restEndpoint });
    });
    expect(() => app.synth()).toThrow(/jump-to-dr: CL043: .*cross-stack-reference-input-clusters/);
    expect(existsSync(join(app.outdir, "stacks", "primary-to-jump", "cdk.tf.json"))).toBe(false);
  });

  it("are refused on the DR side when its state is read by hand", () => {
    const app = newApp();
    primaryToJump(app);
    new DataTerraformRemoteStateLocal(jumpToDr(app), "upstream", { path: "../primary.tfstate" });
    expect(errorsOf(app)).toEqual(["CL043 jump-to-dr"]);
  });

  it("are nobody's business on the PRIMARY side and elsewhere", () => {
    const app = newApp();
    const first = TerraformStack.of(primaryToJump(app));
    new DataTerraformRemoteStateLocal(first, "network", { path: "../network.tfstate" });
    const topic = new KafkaTopic(jumpToDr(app), "topic", { topicName: "t" });
    new TerraformOutput(new TerraformStack(app, "reporting"), "endpoint", { value: topic.restEndpoint });
    app.synth();
    expect(existsSync(join(app.outdir, "stacks", "reporting", "cdk.tf.json"))).toBe(true);
  });
});

describe("two stacks on one state", () => {
  it("are refused", () => {
    const app = newApp();
    for (const stack of [TerraformStack.of(primaryToJump(app)), jumpToDr(app)]) {
      new LocalBackend(stack, { path: "/state/terraform.tfstate" });
    }
    expect(errorsOf(app)).toEqual(["CL067 jump-to-dr"]);
  });

  it("are fine with a state each, as cdktf gives them", () => {
    const app = newApp();
    primaryToJump(app);
    jumpToDr(app);
    app.synth();
    expect(errorsOf(app)).toEqual([]);
  });
});

describe("warnings", () => {
  const shared = (app: App): MirrorSet => primaryToJump(app, { dialCredentials: undefined });

  it("are annotated once, however often the app is synthesised", () => {
    const app = newApp();
    const set = shared(app);
    app.synth();
    app.synth();
    const notes = TerraformStack.of(set).node.findChild("link").node.metadata;
    expect(notes.map(({ type, data }) => `${type} ${String(data).slice(0, 6)}`)).toEqual(["@cdktf/warn CL051:"]);
  });

  it("can be acknowledged for a construct and what is below it, with a reason that is kept", () => {
    const app = newApp();
    const stack = TerraformStack.of(shared(app));
    expect(warningsOf(app)).toEqual(["CL051 primary-to-jump/link"]);
    expect(
      Warnings.of(stack)
        .list()
        .map(({ rule }) => rule.id),
    ).toEqual(["CL051"]);
    expect(Warnings.of(stack.node.findChild("mirrors")).list()).toEqual([]);
    Warnings.of(stack.node.findChild("mirrors")).acknowledge("CL051", "somewhere else");
    expect(warningsOf(app)).toEqual(["CL051 primary-to-jump/link"]);
    Warnings.of(stack).acknowledge("CL051", "one key is enough for a test");
    expect(warningsOf(app)).toEqual([]);
    app.synth();
    expect(stack.node.findChild("link").node.metadata).toEqual([]);
    expect(AppModel.of(app).document().acknowledged).toContainEqual({
      id: "CL051",
      scope: "primary-to-jump",
      reason: "one key is enough for a test",
    });
  });

  it.each([
    ["an unknown id", "CL999", "because"],
    ["an error", "CL055", "because"],
    ["no reason", "CL051", " "],
  ])("cannot be acknowledged with %s", (_, id, reason) => {
    expect(refusal((app) => Warnings.of(new TerraformStack(app, "stack")).acknowledge(id, reason))).toBe("CL074");
  });
});

describe("a setting that the last synth wrote", () => {
  const twice = (second: object): string[] => {
    const outdir = newOutdir();
    const first = newApp(outdir);
    primaryToJump(first, { topicConfigSync: {} });
    first.synth();
    const app = newApp(outdir);
    primaryToJump(app, second);
    return warningsOf(app);
  };

  it("is missed when it is gone", () => {
    expect(twice({})).toEqual(["CL048 primary-to-jump/link"]);
    expect(twice({ topicConfigSync: { intervalMs: 9000 } })).toEqual([]);
    expect(twice({ linkName: "another", topicConfigSync: undefined })).toEqual([]);
  });
});

describe("one model", () => {
  it("belongs to each app", () => {
    const [one, other] = [emptyApp(), emptyApp()];
    expect(AppModel.of(new TerraformStack(one, "stack"))).toBe(AppModel.of(one));
    expect(AppModel.of(other)).not.toBe(AppModel.of(one));
  });
});
