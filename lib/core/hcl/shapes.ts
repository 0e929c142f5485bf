import { DefaultTokenResolver, StringConcat, TerraformElement, Tokenization, type TerraformStack } from "cdktf";

/** Which attributes of a resource, data source or provider are blocks. JSON does not say. */
export interface Shape {
  readonly blocks: Map<string, Shape>;
  /** Names that are attributes, whatever their values look like. */
  readonly attributes: Set<string>;
}

/** Blocks and their blocks, by name. */
export interface BlockNames {
  readonly [name: string]: BlockNames;
}

/** An element that tells which blocks its JSON has, by kind and type. Others are asked by what cdktf writes of them as HCL. */
export interface DescribesBlocks {
  readonly blockNames: { readonly [kind in "resource" | "data"]?: Readonly<Record<string, BlockNames>> };
}

/** What one attribute is, as generated code tells cdktf. */
interface AttributeInfo {
  readonly value?: unknown;
  readonly isBlock?: boolean;
  readonly is_block?: boolean;
}

/** Shapes of everything in a stack, by kind and type: `resource.confluent_cluster_link`. */
export type Shapes = ReadonlyMap<string, Shape>;

export const emptyShape = (): Shape => ({ blocks: new Map(), attributes: new Set() });

/** Asks every element of a stack. */
export function shapesOf(stack: TerraformStack): Shapes {
  const shapes = new Map<string, Shape>();
  const shapeOf = (kind: string, type: string): Shape => ensure(shapes, `${kind}.${type}`);
  for (const node of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(node)) continue;
    const { blockNames = {} } = node as Partial<DescribesBlocks>;
    for (const [kind, types] of Object.entries(blockNames)) {
      for (const [type, names] of Object.entries(types)) addNames(shapeOf(kind, type), names);
    }
    const fragment = resolved(stack, node.toHclTerraform());
    for (const kind of ["resource", "data"]) {
      for (const [type, named] of entries(fragment[kind])) {
        for (const [, body] of entries(named)) addInfo(shapeOf(kind, type), body);
      }
    }
    for (const [type, configurations] of entries(fragment["provider"])) {
      for (const body of configurations as unknown[]) addInfo(shapeOf("provider", type), body);
    }
  }
  return shapes;
}

function resolved(stack: TerraformStack, fragment: unknown): Readonly<Record<string, unknown>> {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return (Tokenization.resolve(fragment, { scope: stack, resolver, preparing: false }) ?? {}) as Record<
    string,
    unknown
  >;
}

function ensure(shapes: Map<string, Shape>, name: string): Shape {
  const shape = shapes.get(name) ?? emptyShape();
  shapes.set(name, shape);
  return shape;
}

function addNames({ blocks }: Shape, names: BlockNames): void {
  for (const [name, inner] of Object.entries(names)) addNames(ensure(blocks, name), inner);
}

function addInfo({ blocks, attributes }: Shape, body: unknown): void {
  for (const [name, given] of entries(body)) {
    if (typeof given !== "object" || given === null || !("value" in given)) continue;
    const info = given as AttributeInfo;
    if (info.isBlock !== true && info.is_block !== true) {
      attributes.add(name);
      continue;
    }
    const inner = ensure(blocks, name);
    for (const item of Array.isArray(info.value) ? info.value : [info.value]) addInfo(inner, item);
  }
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
