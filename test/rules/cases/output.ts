import { TerraformElement, Testing, type TerraformStack } from "cdktf";
import type { SourceInitiatedLink } from "cdktf-cluster-linking";
import type { Broken, Build, RuleCase } from "../support/case";
import { synthToHcl } from "../../support/hcl";
import { firstLink, mirrors, newStack } from "../support/topology";

type Use = (link: SourceInitiatedLink, stack: TerraformStack) => void;

/** A leg in an app that writes HCL, synthesised. */
const inHcl =
  (use: Use): Build =>
  () =>
    void synthToHcl((app) => {
      const stack = newStack(app, "leg");
      use(firstLink(stack), stack);
    });

const LINK = "confluent_cluster_link.link_receiving_DE6DD55A";

const refused = (given: string, use: Use): Broken => ({ build: inHcl(use), at: "leg", given });

/** An element of JSON alone. */
class Foreign extends TerraformElement {
  public constructor(
    stack: TerraformStack,
    private readonly content: object,
  ) {
    super(stack, "foreign");
  }

  public override toTerraform(): object {
    return this.content;
  }

  public override toHclTerraform(): object {
    return {};
  }
}

export const outputRules: readonly RuleCase[] = [
  {
    id: "CL100",
    refuses: {
      "an override that may be a block or an attribute": refused(
        `${LINK} has network: an object of which nothing says whether it is a block`,
        ({ receivingHalf }) => receivingHalf.resource.addOverride("network", { id: "n-1" }),
      ),
      "a list of such objects": refused(`${LINK} has networks: an object`, ({ receivingHalf }) =>
        receivingHalf.resource.addOverride("networks", [{ id: "n-1" }]),
      ),
      "the same further in": refused(`${LINK} has source_kafka_cluster: more: an object`, ({ receivingHalf }) =>
        receivingHalf.resource.addOverride("source_kafka_cluster.more", { id: "n-1" }),
      ),
      "a block given by an expression": refused(
        `${LINK} has source_kafka_cluster: blocks given by an expression`,
        ({ receivingHalf }) => receivingHalf.resource.addOverride("source_kafka_cluster", "${local.cluster}"),
      ),
      "an address that is no text": refused(`${LINK} has provider: an address that is no text`, ({ receivingHalf }) =>
        receivingHalf.resource.addOverride("provider", 1),
      ),
      "a template directive": refused(`${LINK} has link_name: text with a template directive`, ({ receivingHalf }) =>
        receivingHalf.resource.addOverride("link_name", '%{ if true }a%{ else }"b"%{ endif }'),
      ),
      "a resource of an element that writes JSON alone": refused(
        "foreign_thing.x has setting: an object",
        (_, stack) => new Foreign(stack, { resource: { foreign_thing: { x: { setting: { a: 1 } } } } }),
      ),
      "a kind of block that is not known": refused(
        "ephemeral has blocks of a kind that this version does not know",
        (_, stack) => new Foreign(stack, { ephemeral: { random_password: { x: {} } } }),
      ),
    },
    accepts: {
      "a leg with mirror topics": inHcl((link, stack) => mirrors(stack, link, { topics: ["orders"] })),
      "an override of a value": inHcl(({ receivingHalf }) =>
        receivingHalf.resource.addOverride("lifecycle.ignore_changes", ["link_name"]),
      ),
      "an override of a block that is there": inHcl(({ receivingHalf }) =>
        receivingHalf.resource.addOverride("source_kafka_cluster.bootstrap_endpoint", "other:9092"),
      ),
      "an escaped directive": inHcl(({ receivingHalf }) => receivingHalf.resource.addOverride("link_name", "%%{ a }")),
      "scalars of an element that writes JSON alone": inHcl(
        (_, stack) => new Foreign(stack, { resource: { foreign_thing: { x: { setting: "a", count: 2 } } } }),
      ),
    },
    token: { never: "what is written is looked at, and not what its expressions will be" },
  },
  {
    id: "CL101",
    refuses: {
      "a stack with mirror topics": {
        build: (app) => {
          const stack = newStack(app, "leg");
          mirrors(stack, firstLink(stack), { topics: ["orders"] });
          Testing.synthHcl(stack);
        },
        at: "leg/mirrors/Default",
        given: "The HCL is not written by app.synth()",
      },
    },
    accepts: {
      "the same by app.synth()": inHcl((link, stack) => mirrors(stack, link, { topics: ["orders"] })),
    },
    token: { never: "the form of the output is an option of the app, and no value of Terraform's" },
  },
];
