import { expression, indented, literal, NotInHcl, reference } from "./expression";
import { emptyShape, type Shape } from "./shapes";

/** A JSON object of a stack. */
export type Body = Readonly<Record<string, unknown>>;

/** Writes one member of a body, by its name. */
type Member = (name: string, value: unknown) => string[];

const attribute =
  (write: (value: unknown) => string): Member =>
  (name, value) => [`${name} = ${write(value)}`];

/** Terraform reads it before there is anything to refer to. */
export const asLiteral = attribute((value) => expression(value, literal));
/** An address or another bare word. */
export const asReference = attribute(reference);
export const asReferences = attribute((value) =>
  typeof value === "string" ? reference(value) : `[${(value as unknown[]).map(reference).join(", ")}]`,
);
export const asExpression = attribute((value) => expression(value));

/** Blocks with members of their own. */
export const asBlocks =
  (members: Readonly<Record<string, Member>>): Member =>
  (name, value) =>
    items(value).map((item) => block(name, plainBody(item, members)));

export const condition = asBlocks({ condition: asExpression, error_message: asExpression });

const CONNECTION = { connection: asBlocks({}) };

const PROVISIONERS: Member = (_, value) =>
  items(value).flatMap((each) =>
    Object.entries(each).map(([type, body]) => block(`provisioner "${type}"`, plainBody(body as Body, CONNECTION))),
  );

/** What means the same in every resource and data source. */
const META: Readonly<Record<string, Member>> = {
  count: asExpression,
  for_each: asExpression,
  provider: asReference,
  depends_on: asReferences,
  lifecycle: asBlocks({
    create_before_destroy: asLiteral,
    prevent_destroy: asLiteral,
    destroy: asLiteral,
    ignore_changes: asReferences,
    replace_triggered_by: asReferences,
    precondition: condition,
    postcondition: condition,
  }),
  ...CONNECTION,
  provisioner: PROVISIONERS,
};

export function block(header: string, lines: readonly string[]): string {
  return lines.length === 0 ? `${header} {\n}` : `${header} {\n${indented(lines.join("\n"))}\n}`;
}

/** The members of an object that has no blocks but those named here. */
export function plainBody(body: Body, members: Readonly<Record<string, Member>> = {}): string[] {
  return written(body, (name, value) => (members[name] ?? asExpression)(name, value));
}

/** The members of a resource, data source or provider. */
export function shapedBody(body: Body, shape: Shape, isMeta = true): string[] {
  return written(body, (name, value) => {
    const meta = isMeta && !shape.blocks.has(name) ? META[name] : undefined;
    if (meta) return meta(name, value);
    if (isMeta && name === "dynamic") return dynamicBlocks(value as Body, shape);
    const inner = shape.blocks.get(name);
    if (inner) return items(value).map((item) => block(name, shapedBody(item, inner, false)));
    if (looksLikeBlock(value) && !shape.attributes.has(name)) {
      throw new NotInHcl("an object of which nothing says whether it is a block");
    }
    return asExpression(name, value);
  });
}

function dynamicBlocks(dynamic: Body, shape: Shape): string[] {
  return Object.entries(dynamic).map(([name, given]) => {
    const { content, iterator, labels, for_each } = given as Body;
    const inner = shape.blocks.get(name) ?? emptyShape();
    return block(`dynamic "${name}"`, [
      `for_each = ${expression(for_each)}`,
      ...(iterator === undefined ? [] : [`iterator = ${reference(iterator)}`]),
      ...(labels === undefined ? [] : [`labels = ${expression(labels)}`]),
      block("content", shapedBody(content as Body, inner, false)),
    ]);
  });
}

function written(body: Body, member: Member): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (name === "//" || value === undefined) return [];
    try {
      return member(name, value);
    } catch (error) {
      if (error instanceof NotInHcl) throw new NotInHcl(`${name}: ${error.message}`);
      throw error;
    }
  });
}

function looksLikeBlock(value: unknown): boolean {
  return Array.isArray(value) ? value.some(looksLikeBlock) : typeof value === "object" && value !== null;
}

function items(value: unknown): Body[] {
  if (value === null) return [];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  for (const item of all) {
    if (typeof item !== "object" || item === null) throw new NotInHcl("blocks given by an expression");
  }
  return all as Body[];
}
