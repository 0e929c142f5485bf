import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { App, TerraformStack } from "cdktf";
import { DestinationInitiatedLink } from "../../lib/link/destination-initiated-link";
import type { ExistingLink, ExistingLinkAttributes } from "../../lib/link/existing-link";
import { PrivatePublicPrivate, type PrivatePublicPrivateProps } from "../../lib/topology/private-public-private";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { synthToJson } from "../support/synth";

/** Where an app's document is. */
export const outdirOf = (build: (app: App) => void): string => synthToJson(build).outdir;

export const documentText = (outdir: string): string => readFileSync(join(outdir, "cluster-linking.json"), "utf8");

/** PRIMARY -> JUMP -> DR with these topics, filters and groups. */
export function chain(
  props: Pick<PrivatePublicPrivateProps, "topics" | "autoCreate" | "consumerOffsetSync">,
): (app: App) => void {
  return (app) => {
    new PrivatePublicPrivate({
      ...props,
      primaryToJump: stackWithProvider(app, "primary-to-jump"),
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
    });
  };
}

type Described = Omit<ExistingLinkAttributes, "linkName">;

/** Links of one stack that exist already, by name. */
export function described(links: (stack: TerraformStack) => Readonly<Record<string, Described>>): (app: App) => void {
  return (app) => {
    const stack = stackWithProvider(app);
    const made = Object.entries(links(stack)).map(([linkName, attributes]): ExistingLink =>
      DestinationInitiatedLink.fromAttributes(stack, linkName, { linkName, ...attributes }),
    );
    if (made.length === 0) throw new Error("there is no link to describe");
  };
}
