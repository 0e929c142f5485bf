import { TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { AppModel } from "../core/app-model";
import { DOCUMENT_VERSION, type TopologyDocument } from "../model/document";
import { renderStacks, stacksBelow } from "../policy/finished-tree";

type Json = Readonly<Record<string, unknown>>;

/** What a test hands to `expect`, as the matchers understand it. */
export type Received =
  | { readonly kind: "construct"; readonly called: string; readonly scope: IConstruct }
  /** An object whose parts are constructs, like PrivatePublicPrivate. */
  | { readonly kind: "parts"; readonly called: string; readonly stacks: readonly TerraformStack[] }
  | { readonly kind: "document"; readonly called: string; readonly document: TopologyDocument }
  | { readonly kind: "stack JSON"; readonly called: string; readonly json: Json };

/** Understands what a test hands to `expect`, or throws an error that says what a matcher is for. */
export function readReceived(matcher: string, given: unknown): Received {
  if (Construct.isConstruct(given)) return { kind: "construct", called: nameOf(given), scope: given };
  const value: unknown = typeof given === "string" ? parse(given) : given;
  if (typeof value === "object" && value !== null) {
    const json = value as Json;
    if (json["version"] === DOCUMENT_VERSION && Array.isArray(json["legs"])) {
      return { kind: "document", called: "cluster-linking.json", document: value as TopologyDocument };
    }
    const stacks = new Set(
      Object.values(json)
        .filter((part) => Construct.isConstruct(part))
        .map((part) => TerraformStack.of(part)),
    );
    if (stacks.size > 0) return { kind: "parts", called: `the ${nameOfClass(value)}`, stacks: [...stacks] };
    if (["terraform", "resource", "variable", "provider"].some((block) => block in json)) {
      return { kind: "stack JSON", called: "the stack's JSON", json };
    }
  }
  throw new TypeError(
    `${matcher} is for an App, a TerraformStack or another construct, a PrivatePublicPrivate, the JSON of a stack, or what is in cluster-linking.json.`,
  );
}

/** The whole topology that something belongs to; none for the JSON of one stack. */
export function topologyOf(received: Received): TopologyDocument | undefined {
  if (received.kind === "document") return received.document;
  if (received.kind === "construct") return AppModel.of(received.scope).document();
  if (received.kind === "stack JSON") return undefined;
  const document = AppModel.of(received.stacks[0] as IConstruct).document();
  const names = new Set(received.stacks.map(({ node }) => node.path));
  return { ...document, legs: document.legs.filter(({ stack }) => names.has(stack)) };
}

/** The JSON of every stack at or below something, by the stack's name. */
export function jsonOf(received: Received): ReadonlyMap<string, unknown> {
  if (received.kind === "stack JSON") return new Map([["", received.json]]);
  if (received.kind === "document") return new Map([["", received.document]]);
  const stacks = received.kind === "parts" ? received.stacks : stacksAround(received.scope);
  return new Map([...renderStacks(stacks)].map(([stack, json]) => [stack.node.path, json]));
}

/** The stacks below a construct, or the one that it is in. */
function stacksAround(scope: IConstruct): readonly TerraformStack[] {
  const below = stacksBelow(scope);
  return below.length > 0 || scope.node.scope === undefined ? below : [TerraformStack.of(scope)];
}

function nameOf(construct: IConstruct): string {
  if (construct.node.scope === undefined) return "the app";
  const { path } = construct.node;
  return TerraformStack.isStack(construct) ? `the stack ${JSON.stringify(path)}` : JSON.stringify(path);
}

/** An object may have been made by `reverse` or `bidirectional`, which return plain ones. */
function nameOfClass(value: object): string {
  const { name } = value.constructor;
  return name === "Object" ? "chain" : name;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
