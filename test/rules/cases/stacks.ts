import {
  AzurermBackend,
  DataTerraformRemoteStateLocal,
  LocalBackend,
  S3Backend,
  TerraformOutput,
  TerraformProvider,
  TerraformStack,
  type App,
} from "cdktf";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import {
  Failover,
  PrivatePublicPrivate,
  Warnings,
  declareStateRegion,
  type SourceInitiatedLink,
} from "cdktf-cluster-linking";
import type { Broken, Build, RuleCase, Unknown } from "../support/case";
import {
  buildChain,
  dr,
  firstLink,
  inEveryWay,
  jump,
  mirrors,
  newStack,
  primary,
  secondLink,
  type Way,
} from "../support/topology";

const DR_STACK = "jump-to-dr";

/** A chain, and what is done with leg 2's stack; with leg 1's where there is one. */
const withChain =
  (
    way: Way,
    use: (onDr: TerraformStack, unknown: Unknown, onJump: TerraformStack | undefined) => void,
    region = "germanywestcentral",
  ): Build =>
  (app, unknown) => {
    const set = way === "follows" ? {} : { topics: ["orders"] };
    buildChain(app, way, { topics: ["orders"], source: primary({ region }) }, { set });
    const onJump = app.node.tryFindChild("primary-to-jump") as TerraformStack | undefined;
    use(app.node.findChild(DR_STACK) as TerraformStack, unknown, onJump);
  };

const azure = (stack: TerraformStack): void => {
  new AzurermBackend(stack, {
    resourceGroupName: "state",
    storageAccountName: "state",
    containerName: "state",
    key: stack.node.id,
  });
};

const s3 = (region: string, key = "jump-to-dr"): ((stack: TerraformStack) => void) => {
  return (stack) => void new S3Backend(stack, { bucket: "state", key, region });
};

class OtherProvider extends TerraformProvider {
  public constructor(stack: TerraformStack) {
    super(stack, "other", { terraformResourceType: "other", terraformProviderSource: "example/other" });
  }
}

/** A link in a stack that has no provider yet. */
const bare =
  (provide: (stack: TerraformStack, app: App, unknown: Unknown) => TerraformProvider | undefined): Build =>
  (app, unknown) => {
    const stack = new TerraformStack(app, "leg");
    firstLink(stack, { provider: provide(stack, app, unknown) });
  };

const constrained = (constraint: string): Build => {
  return (app) => {
    const stack = newStack(app, "leg");
    stack.addOverride("terraform.required_providers.confluent.version", constraint);
    firstLink(stack);
  };
};

const tooOld = (constraint: string): Broken => ({
  build: constrained(constraint),
  at: "leg",
  given: `The version constraint is "${constraint}"`,
});

/** Two stacks whose backends are made by `backend`. */
const twoStates =
  (backend: (stack: TerraformStack, unknown: Unknown) => void): Build =>
  (app, unknown) => {
    const before = newStack(app, "primary-to-jump");
    mirrors(before, firstLink(before), { topics: ["orders"] });
    const stack = newStack(app, DR_STACK);
    mirrors(stack, secondLink(stack), { topics: ["orders"] });
    for (const each of [before, stack]) backend(each, unknown);
  };

const reading = (way: Way): Broken => ({
  build: withChain(way, (onDr) => void new DataTerraformRemoteStateLocal(onDr, "network", { path: "network.tfstate" })),
  at: DR_STACK,
  given: "jump-to-dr/network reads the state of another stack",
});

export const stackRules: readonly RuleCase[] = [
  {
    id: "CL042",
    refuses: {
      ...inEveryWay((way) => ({
        build: withChain(way, (onDr) => {
          azure(onDr);
          declareStateRegion(onDr, "Germany West Central");
        }),
        at: DR_STACK,
        given: 'The state is in "Germany West Central", as is PRIMARY',
      })),
      "a backend that says its region": {
        build: withChain("follows", s3("eu-central-1"), "eu-central-1"),
        at: DR_STACK,
        given: 'The state is in "eu-central-1", as is PRIMARY',
      },
    },
    accepts: {
      "DR's region": withChain("follows", (onDr) => {
        azure(onDr);
        declareStateRegion(onDr, "westeurope");
      }),
      "a place that says nothing": withChain("follows", azure),
      "PRIMARY's region for leg 1's state": withChain(
        "follows",
        (_onDr, _unknown, onJump) => s3("eu-central-1", "primary-to-jump")(onJump as TerraformStack),
        "eu-central-1",
      ),
      "an acknowledged one": withChain(
        "follows",
        (onDr) => {
          s3("eu-central-1")(onDr);
          Warnings.of(onDr).acknowledge("CL042", "the bucket is replicated");
        },
        "eu-central-1",
      ),
    },
    token: {
      "PRIMARY's region": (app, unknown) => {
        const before = newStack(app, "primary-to-jump");
        const source = primary({ region: unknown.text(before, "value") });
        const onJump = mirrors(before, firstLink(before, { source }), { topics: ["orders"] });
        const stack = newStack(app, DR_STACK);
        mirrors(stack, secondLink(stack), { follows: onJump });
        s3("germanywestcentral")(stack);
      },
    },
  },
  {
    id: "CL043",
    refuses: {
      ...inEveryWay(reading),
      "an attribute of leg 1's link": {
        build: withChain("follows", (onDr, _unknown, onJump) => {
          const link = onJump?.node.findChild("link") as SourceInitiatedLink;
          new TerraformOutput(onDr, "id", { value: link.receivingHalf.resource.clusterLinkId });
        }),
        at: DR_STACK,
        given: "reads the state of another stack",
      },
      "another stack's failover": {
        build: (app) => {
          const before = newStack(app, "primary-to-jump");
          const onJump = mirrors(before, firstLink(before), { topics: ["orders"] });
          const stack = newStack(app, DR_STACK);
          mirrors(stack, secondLink(stack), { follows: onJump, failover: Failover.fromVariable(before) });
        },
        at: `${DR_STACK}/mirrors`,
        given: "failover is a variable of stack primary-to-jump",
      },
    },
    accepts: {
      ...inEveryWay((way) => withChain(way, () => undefined)),
      "a state that leg 1's stack reads": withChain("follows", (_onDr, _unknown, onJump) => {
        new DataTerraformRemoteStateLocal(onJump as TerraformStack, "network", { path: "network.tfstate" });
      }),
    },
    token: {
      "what a variable of its own stack says": withChain("cluster ids", (onDr, unknown) => {
        new TerraformOutput(onDr, "id", { value: unknown.text(onDr, "value") });
      }),
    },
  },
  {
    id: "CL059",
    refuses: {
      "no provider": {
        build: bare(() => undefined),
        at: "leg/link",
        given: "Stack leg has no ConfluentProvider without an alias",
      },
      "no provider for a set of mirror topics": {
        build: (app) => {
          const stack = new TerraformStack(app, "leg");
          const provider = new ConfluentProvider(stack, "confluent", { alias: "east" });
          mirrors(stack, firstLink(stack, { provider }), { topics: ["orders"] });
        },
        at: "leg/mirrors",
        given: "Stack leg has no ConfluentProvider without an alias",
      },
      "two providers without an alias": {
        build: bare((stack) => {
          new ConfluentProvider(stack, "one");
          new ConfluentProvider(stack, "two");
          return undefined;
        }),
        at: "leg",
        given: "leg/one and leg/two are both without an alias",
      },
      "two providers of one alias": {
        build: bare((stack) => {
          new ConfluentProvider(stack, "confluent");
          new ConfluentProvider(stack, "one", { alias: "east" });
          new ConfluentProvider(stack, "two", { alias: "east" });
          return undefined;
        }),
        at: "leg",
        given: "leg/one and leg/two are both with the alias east",
      },
      "another stack's provider": {
        build: bare((_stack, app) => new ConfluentProvider(new TerraformStack(app, "elsewhere"), "confluent")),
        at: "leg/link",
        given: "The provider elsewhere/confluent belongs to stack elsewhere, the construct to leg",
      },
      "a provider of something else": {
        build: bare((stack) => new OtherProvider(stack)),
        at: "leg/link",
        given: "The provider leg/other is a other provider",
      },
    },
    accepts: {
      "one provider": bare((stack) => {
        new ConfluentProvider(stack, "confluent");
        return undefined;
      }),
      "an alias that is given": bare((stack) => new ConfluentProvider(stack, "east", { alias: "east" })),
      "a stack without cluster links": (app) => void new TerraformStack(app, "empty"),
    },
    token: { never: "providers are objects and aliases are plain names, which Terraform reads before any value" },
  },
  {
    id: "CL065",
    refuses: {
      "one old version": tooOld("2.50.0"),
      "a range below": tooOld("~> 2.50.0"),
      "a lower bound below": tooOld(">= 2.0"),
      "an upper bound alone": tooOld("< 3.0"),
      "two bounds": tooOld(">= 2.12.0, < 3.0"),
    },
    accepts: {
      "the constraint of the bindings": constrained("~> 2.51"),
      "one version": constrained("2.83.0"),
      "a lower bound above": constrained(">= 2.51.0, < 3.0"),
      "the next major version": constrained("~> 3.0"),
    },
    token: {
      "the constraint": (app, unknown) => {
        const stack = newStack(app, "leg");
        stack.addOverride("terraform.required_providers.confluent.version", unknown.text(stack, "value"));
        firstLink(stack);
      },
    },
  },
  {
    id: "CL067",
    refuses: {
      "one file": {
        build: twoStates((stack) => void new LocalBackend(stack, { path: "state.tfstate" })),
        at: DR_STACK,
        given: "Stacks primary-to-jump and jump-to-dr both keep their state in local",
      },
      "one key of a bucket": {
        build: twoStates(s3("eu-west-1", "state")),
        at: DR_STACK,
        given: "Stacks primary-to-jump and jump-to-dr both keep their state in s3",
      },
      "one blob": {
        build: twoStates((stack) => {
          new AzurermBackend(stack, { storageAccountName: "a", containerName: "c", key: "k", resourceGroupName: "r" });
        }),
        at: DR_STACK,
        given: "Stacks primary-to-jump and jump-to-dr both keep their state in azurerm",
      },
    },
    accepts: {
      "a file each": twoStates((stack) => void new LocalBackend(stack, { path: `${stack.node.id}.tfstate` })),
      "a key each": twoStates((stack) => s3("eu-west-1", stack.node.id)(stack)),
      "no backend": twoStates(() => undefined),
    },
    token: {
      "the key": twoStates((stack, unknown) => s3("eu-west-1", unknown.text(stack, "value"))(stack)),
    },
  },
  {
    id: "CL076",
    refuses: {
      "one stack": {
        build: (app) => {
          const stack = newStack(app, "all");
          new PrivatePublicPrivate({
            primaryToJump: stack,
            jumpToDr: stack,
            primary: primary(),
            jump: jump(),
            dr: dr(),
            topics: ["orders"],
          });
        },
        at: "all",
        given: "Both legs are given the stack all",
      },
    },
    accepts: {
      "two stacks": {
        build: (app) => {
          new PrivatePublicPrivate({
            primaryToJump: newStack(app, "primary-to-jump"),
            jumpToDr: newStack(app, DR_STACK),
            primary: primary(),
            jump: jump(),
            dr: dr(),
            topics: ["orders"],
          });
        },
        also: ["CL051"],
      },
    },
    token: { never: "stacks are objects, which no token stands for" },
  },
];
