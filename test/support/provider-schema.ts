import schemas from "../../lib/rehearsal/provider/schema/confluent-provider-schema-2.83.0.json";

type Type =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | ["list" | "set" | "map", Type]
  | ["object", Record<string, Type>, string[]?];

interface Attribute {
  readonly type: Type;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

interface BlockType {
  readonly nesting_mode: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: Block;
}

interface Block {
  readonly attributes?: Record<string, Attribute>;
  readonly block_types?: Record<string, BlockType>;
}

interface ProviderSchema {
  readonly provider: { readonly block: Block };
  readonly resource_schemas: Record<string, { readonly block: Block }>;
  readonly data_source_schemas: Record<string, { readonly block: Block }>;
}

type Problems = Generator<string, void>;
type Body = Record<string, unknown>;

/** One labelled block of the document; `path` is its place in the JSON. */
interface Declaration {
  readonly path: string;
  readonly labels: readonly string[];
  readonly body: unknown;
}

interface ResourceDeclaration extends Declaration {
  readonly mode: "resource" | "data";
  readonly type: string;
  readonly address: string;
}

interface Declared {
  readonly resources: readonly ResourceDeclaration[];
  readonly byAddress: ReadonlyMap<string, ResourceDeclaration>;
  readonly providers: readonly Declaration[];
  /** Addresses of everything that an expression can refer to. */
  readonly addresses: ReadonlySet<string>;
  readonly providerAddresses: ReadonlySet<string>;
}

/** `module.a["k"].confluent_t.n[0].id` in its four parts. */
interface Address {
  readonly modules: string;
  readonly address: string;
  readonly key?: string;
  readonly rest: string;
}

/** Where a template's scanner stands: in text, in quoted text or in code. */
interface Frame {
  readonly kind: keyof typeof TOKENS;
  readonly parent?: Frame;
  code: string;
  depth: number;
}

const provider = schemas.provider_schemas["registry.terraform.io/confluentinc/confluent"] as unknown as ProviderSchema;

const TOP_LEVEL = new Set(
  "// terraform provider variable output locals resource data module moved import removed check".split(" "),
);

const optional = (type: Type): Attribute => ({ type, optional: true });
const required = (type: Type): Attribute => ({ type, required: true });
const single = (block: Block): BlockType => ({ nesting_mode: "single", block });
const repeated = (block: Block): BlockType => ({ nesting_mode: "list", block });
const merged = (...blocks: Block[]): Block => ({
  attributes: Object.assign({}, ...blocks.map((block) => block.attributes)) as Block["attributes"],
  block_types: Object.assign({}, ...blocks.map((block) => block.block_types)) as Block["block_types"],
});

const CONDITION = repeated({ attributes: { condition: required("bool"), error_message: required("string") } });
const CONDITIONS: Block = { block_types: { precondition: CONDITION, postcondition: CONDITION } };
const COMMON_META: Block = {
  attributes: {
    count: optional("number"),
    for_each: optional("dynamic"),
    depends_on: optional(["list", "string"]),
    provider: optional("string"),
  },
};
const META: Record<ResourceDeclaration["mode"], Block> = {
  data: merged(COMMON_META, { block_types: { lifecycle: single(CONDITIONS) } }),
  resource: merged(COMMON_META, {
    attributes: { provisioner: optional("dynamic"), connection: optional("dynamic") },
    block_types: {
      lifecycle: single(
        merged(CONDITIONS, {
          attributes: {
            create_before_destroy: optional("bool"),
            prevent_destroy: optional("bool"),
            ignore_changes: optional("dynamic"),
            replace_triggered_by: optional(["list", "string"]),
          },
        }),
      ),
    },
  }),
};
const PROVIDER = merged(provider.provider.block, {
  attributes: { alias: optional("string"), version: optional("string") },
});
const IMPORT: Block = {
  attributes: {
    to: required("string"),
    id: required("string"),
    provider: optional("string"),
    for_each: optional("dynamic"),
  },
};
const MOVED: Block = { attributes: { from: required("string"), to: required("string") } };
const REMOVED: Block = {
  attributes: { from: required("string"), provisioner: optional("dynamic"), connection: optional("dynamic") },
  block_types: { lifecycle: single({ attributes: { destroy: optional("bool") } }) },
};
const dynamicOf = (block: Block): Block => ({
  attributes: { for_each: required("dynamic"), iterator: optional("string"), labels: optional(["list", "string"]) },
  block_types: { content: { nesting_mode: "list", min_items: 1, max_items: 1, block } },
});

const NAME = String.raw`[A-Za-z_][\w-]*`;
const KEY = String.raw`\[(?:\d+|"[^"]*"|each\.(?:key|value)|count\.index)\]`;
const IDENTIFIER = new RegExp(`^${NAME}$`);
const ADDRESS = new RegExp(
  `^(?<modules>(?:module\\.${NAME}(?:${KEY})?\\.)*)(?<address>(?:data\\.)?${NAME}\\.${NAME})(?<key>${KEY})?(?<rest>(?:\\.${NAME}|${KEY})*)$`,
);
const TRAVERSAL = new RegExp(`^(?<root>${NAME})(?:\\.${NAME}|${KEY})*$`);
const REFERENCE = new RegExp(
  `(?<![\\w.-])(?<address>(?:var|local|module|(?:data\\.)?(?:confluent|terraform)_\\w+)\\.${NAME})(?:\\[[^\\]]*\\])?(?:\\.(?<attribute>${NAME}))?`,
  "g",
);
const TOKENS = {
  template: /\$\$\{|%%\{|[$%]\{|[^$%]+|[^]/y,
  quoted: /\$\$\{|%%\{|[$%]\{|\\[^]|[^$%"\\]+|[^]/y,
  code: /[^"{}]+|[^]/y,
};
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** What Terraform would refuse in a synthesised document, as far as the Confluent provider's schema tells. */
export function checkAgainstProviderSchema(stackJson: unknown): string[] {
  return isObject(stackJson) ? [...checkDocument(stackJson)] : [unexpected(stackJson, "object", "document")];
}

function* checkDocument(document: Body): Problems {
  const declared = declarationsOf(document);
  for (const key of Object.keys(document)) if (!TOP_LEVEL.has(key)) yield `${key}: unknown top-level key`;
  yield* checkProviders(declared);
  yield* checkUnique(declared.resources);
  for (const resource of declared.resources) yield* checkResource(resource, declared);
  for (const { body, path } of ["module", "output"].flatMap((kind) => blocksOf(document, kind, 1))) {
    yield* checkDependsOn(body, path, declared);
  }
  for (const { body, path } of blocksOf(document, "import")) yield* checkImport(body, path, declared);
  for (const { body, path } of blocksOf(document, "moved")) yield* checkMoved(body, path, declared);
  for (const { body, path } of blocksOf(document, "removed")) yield* checkRemoved(body, path, declared);
  for (const { path, text } of textsOf(document, "")) yield* checkTemplate(text, path, declared);
}

function declarationsOf(document: Body): Declared {
  const resources = [
    ...resourcesOf(document, "resource"),
    ...resourcesOf(document, "data"),
    ...blocksOf(document, "check", 1).flatMap(({ body, path }) => resourcesOf(body, "data", path)),
  ];
  const providers = blocksOf(document, "provider", 1).filter(({ labels }) => labels[0] === "confluent");
  return {
    resources,
    byAddress: new Map(resources.map((resource) => [resource.address, resource])),
    providers,
    addresses: new Set([
      ...resources.map(({ address }) => address),
      ...blocksOf(document, "variable", 1).map(({ labels }) => `var.${labels.join()}`),
      ...blocksOf(document, "module", 1).map(({ labels }) => `module.${labels.join()}`),
      ...blocksOf(document, "locals").flatMap(({ body }) => membersOf(body).map(([name]) => `local.${name}`)),
    ]),
    providerAddresses: new Set(providers.map(({ body }) => providerAddress(body))),
  };
}

function resourcesOf(body: unknown, mode: ResourceDeclaration["mode"], parent = ""): ResourceDeclaration[] {
  return blocksOf(body, mode, 2, parent).map((declaration) => ({
    ...declaration,
    mode,
    type: declaration.labels[0] ?? "",
    address: [...(mode === "data" ? ["data"] : []), ...declaration.labels].join("."),
  }));
}

/** The blocks under `key`, each with `depth` labels. */
function blocksOf(body: unknown, key: string, depth = 0, parent = ""): Declaration[] {
  return isObject(body) ? [...unlabel(body[key], depth, member(parent, key))] : [];
}

/** Terraform takes an object or an array of objects at every level. */
function* unlabel(value: unknown, depth: number, path: string, labels: readonly string[] = []): Generator<Declaration> {
  if (!isPresent(value)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* unlabel(item, depth, `${path}[${index}]`, labels);
  } else if (depth > 0 && isObject(value)) {
    for (const [label, item] of membersOf(value)) {
      yield* unlabel(item, depth - 1, member(path, label), [...labels, label]);
    }
  } else yield { path, labels, body: value };
}

function providerAddress(body: unknown): string {
  return isObject(body) && typeof body["alias"] === "string" ? `confluent.${body["alias"]}` : "confluent";
}

function* checkProviders({ providers }: Declared): Problems {
  yield* checkUnique(providers.map(({ body, path }) => ({ path, address: providerAddress(body) })));
  for (const { body, path } of providers) {
    yield* checkBody(body, PROVIDER, path);
    if (isObject(body) && typeof body["alias"] === "string" && !IDENTIFIER.test(body["alias"])) {
      yield `${path}.alias: ${describe(body["alias"])} is not a name`;
    }
  }
}

function* checkUnique(declarations: Iterable<{ readonly path: string; readonly address: string }>): Problems {
  const seen = new Set<string>();
  for (const { path, address } of declarations) {
    if (seen.has(address)) yield `${path}: ${address} is declared twice`;
    seen.add(address);
  }
}

function* checkResource({ body, labels, mode, path, type }: ResourceDeclaration, declared: Declared): Problems {
  if (!isObject(body)) return yield unexpected(body, "object", path);
  const misnomer = labels.find((label) => !IDENTIFIER.test(label));
  if (misnomer !== undefined) yield `${path}: ${describe(misnomer)} is not a name`;
  const schema = schemaOf(mode, type);
  if (schema) yield* checkBody(body, schema, path);
  else if (isConfluent(type)) yield `${path}: unknown ${mode === "data" ? "data source" : "resource"} type ${type}`;
  if (isConfluent(type)) yield* checkProviderReference(body["provider"], `${path}.provider`, declared);
  yield* checkDependsOn(body, path, declared);
  yield* checkRepetition(body, path);
  for (const lifecycle of blocksOf(body, "lifecycle", 0, path)) {
    if (isObject(lifecycle.body)) yield* checkLifecycle(lifecycle.body, lifecycle.path, schema, declared);
  }
}

function* checkRepetition(body: Body, path: string): Problems {
  if (isPresent(body["count"]) && isPresent(body["for_each"])) yield `${path}: count and for_each exclude each other`;
  const forEach = body["for_each"];
  if (isPresent(forEach) && !isObject(forEach) && !isExpression(forEach)) {
    yield `${path}.for_each: expected a map or an expression, got ${describe(forEach)}`;
  }
}

function* checkProviderReference(reference: unknown, path: string, declared: Declared): Problems {
  const exists = typeof reference === "string" && declared.providerAddresses.has(reference);
  if (isPresent(reference) && !exists) {
    yield `${path}: ${describe(reference)} is not a provider configuration of this document`;
  }
}

function* checkDependsOn(body: unknown, parent: string, declared: Declared): Problems {
  if (!isObject(body)) return;
  for (const { path, item } of itemsOf(body["depends_on"], `${parent}.depends_on`)) {
    const found = parseAddress(item);
    if (!found || found.modules || found.rest) yield notAnAddress(item, path);
    else if (/^(?:var|local)\./.test(found.address) || !declared.addresses.has(found.address)) {
      yield `${path}: ${found.address} is not a resource, data source or module of this document`;
    }
  }
}

function* checkLifecycle(lifecycle: Body, path: string, schema: Block | undefined, declared: Declared): Problems {
  for (const name of ["create_before_destroy", "prevent_destroy"]) {
    if (isExpression(lifecycle[name])) yield `${path}.${name}: must be a literal`;
  }
  yield* checkIgnoreChanges(lifecycle["ignore_changes"], `${path}.ignore_changes`, schema);
  for (const { path: at, item } of itemsOf(lifecycle["replace_triggered_by"], `${path}.replace_triggered_by`)) {
    const found = parseAddress(item);
    if (!found || found.modules) yield notAnAddress(item, at);
    else if (declared.byAddress.get(found.address)?.mode !== "resource") {
      yield `${at}: ${found.address} is not a resource of this document`;
    }
  }
}

function* checkIgnoreChanges(entries: unknown, path: string, schema: Block | undefined): Problems {
  if (!isPresent(entries) || entries === "all") return;
  if (!Array.isArray(entries)) yield `${path}: expected a list or "all", got ${describe(entries)}`;
  for (const { path: at, item } of itemsOf(entries, path)) {
    const root = TRAVERSAL.exec(String(item))?.groups?.["root"];
    if (!root) yield `${at}: ${describe(item)} is not a plain attribute path`;
    else if (schema && !hasMember(schema, root)) yield `${at}: unknown attribute or block ${root}`;
  }
}

function* checkImport(body: unknown, path: string, declared: Declared): Problems {
  yield* checkBody(body, IMPORT, path);
  const to = yield* addressIn(body, "to", path);
  if (!to || !isObject(body)) return;
  const local = /^module\.[^.[]+/.exec(to.modules)?.[0] ?? to.address;
  if (!declared.addresses.has(local)) yield undeclared(local, `${path}.to`);
  if (isConfluent(to.address)) yield* checkProviderReference(body["provider"], `${path}.provider`, declared);
}

function* checkMoved(body: unknown, path: string, declared: Declared): Problems {
  yield* checkBody(body, MOVED, path);
  const from = yield* addressIn(body, "from", path);
  const to = yield* addressIn(body, "to", path);
  if (from && to && !from.key && from.address !== to.address) yield* checkGone(from, `${path}.from`, declared);
}

function* checkRemoved(body: unknown, path: string, declared: Declared): Problems {
  yield* checkBody(body, REMOVED, path);
  const from = yield* addressIn(body, "from", path);
  if (from?.key) yield `${path}.from: instance keys are not allowed`;
  else if (from) yield* checkGone(from, `${path}.from`, declared);
}

function* checkGone({ address, modules }: Address, path: string, declared: Declared): Problems {
  if (!modules && declared.addresses.has(address)) yield `${path}: ${address} is still declared`;
}

function* addressIn(body: unknown, name: string, path: string): Generator<string, Address | undefined> {
  const value = isObject(body) ? body[name] : undefined;
  if (!isPresent(value)) return undefined;
  const found = parseAddress(value);
  if (found && !found.rest) return found;
  yield notAnAddress(value, member(path, name));
  return undefined;
}

function* checkBody(body: unknown, block: Block, path: string): Problems {
  if (!isObject(body)) return yield unexpected(body, "object", path);
  for (const name of Object.keys(body)) {
    if (name !== "//" && name !== "dynamic" && !hasMember(block, name)) {
      yield `${member(path, name)}: unknown attribute or block`;
    }
  }
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    yield* checkAttribute(body[name], attribute, member(path, name));
  }
  const generated = blocksOf(body, "dynamic", 1, path);
  for (const [name, type] of Object.entries(block.block_types ?? {})) {
    const open = generated.some(({ labels }) => labels[0] === name);
    yield* checkBlocks(body[name], type, member(path, name), open);
  }
  for (const dynamic of generated) yield* checkDynamic(dynamic, block);
}

function* checkDynamic({ body, labels: [label = ""], path }: Declaration, block: Block): Problems {
  const type = block.block_types?.[label];
  if (type) yield* checkBody(body, dynamicOf(type.block), path);
  else yield `${path}: unknown block`;
}

function* checkBlocks(value: unknown, type: BlockType, path: string, open: boolean): Problems {
  const bodies = [...unlabel(value, 0, path)];
  const most = type.nesting_mode === "single" ? 1 : type.max_items;
  const least = open ? 0 : (type.min_items ?? 0);
  if (bodies.length < least) yield `${path}: at least ${least} block(s) required, got ${bodies.length}`;
  if (most && bodies.length > most) yield `${path}: at most ${most} block(s) allowed, got ${bodies.length}`;
  for (const item of bodies) yield* checkBody(item.body, type.block, item.path);
}

function* checkAttribute(value: unknown, attribute: Attribute, path: string): Problems {
  if (!isPresent(value)) {
    if (attribute.required) yield `${path}: required attribute is missing`;
  } else if (attribute.computed && !attribute.optional && !attribute.required) {
    yield `${path}: computed attribute cannot be set`;
  } else yield* checkValue(value, attribute.type, path);
}

function* checkValue(value: unknown, type: Type, path: string): Problems {
  if (value === null || isExpression(value)) return;
  if (typeof type === "string") {
    if (!fitsScalar(value, type)) yield unexpected(value, type, path);
    return;
  }
  switch (type[0]) {
    case "list":
    case "set":
      return yield* checkItems(value, type[0], type[1], path);
    case "map":
      if (!isObject(value)) return yield unexpected(value, "map", path);
      for (const [key, item] of Object.entries(value)) yield* checkValue(item, type[1], member(path, key));
      return;
    case "object":
      if (!isObject(value)) return yield unexpected(value, "object", path);
      for (const [name, item] of Object.entries(type[1])) {
        yield* checkAttribute(value[name], { type: item, required: !type[2]?.includes(name) }, member(path, name));
      }
  }
}

function* checkItems(value: unknown, kind: string, type: Type, path: string): Problems {
  if (!Array.isArray(value)) return yield unexpected(value, kind, path);
  for (const [index, item] of value.entries()) {
    if (item === null) yield `${path}[${index}]: null in a ${kind}`;
    else yield* checkValue(item, type, `${path}[${index}]`);
  }
}

function fitsScalar(value: unknown, type: "string" | "number" | "bool" | "dynamic"): boolean {
  const text = String(value);
  switch (type) {
    case "dynamic":
      return true;
    case "string":
      return typeof value !== "object";
    case "number":
      return typeof value === "number" || (typeof value === "string" && NUMBER.test(text));
    case "bool":
      return typeof value === "boolean" || (typeof value === "string" && /^(?:true|false|1|0)$/.test(text));
  }
}

function* checkTemplate(text: string, path: string, declared: Declared): Problems {
  if (text.includes("TfToken[")) yield `${path}: unresolved token in ${describe(text)}`;
  const { complete, expressions } = parseTemplate(text);
  if (!complete) yield `${path}: unterminated template ${describe(text)}`;
  for (const expression of expressions) {
    for (const { groups } of expression.matchAll(REFERENCE)) {
      yield* checkReference(groups?.["address"] ?? "", groups?.["attribute"], path, declared);
    }
  }
}

function* checkReference(address: string, attribute: string | undefined, path: string, declared: Declared): Problems {
  if (!declared.addresses.has(address)) return yield undeclared(address, path);
  const target = declared.byAddress.get(address);
  const schema = target && schemaOf(target.mode, target.type);
  if (schema && attribute && !hasMember(schema, attribute)) yield `${path}: ${address} has no attribute ${attribute}`;
}

/** The code of every `${…}` and `%{…}` without quoted text; templates inside quotes count as their own entries. */
function parseTemplate(text: string): { readonly complete: boolean; readonly expressions: readonly string[] } {
  const expressions: string[] = [];
  let frame: Frame = { kind: "template", code: "", depth: 0 };
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at, frame.kind);
    at += token.length;
    if (frame.kind !== "code") {
      if (/^[$%]\{$/.test(token)) frame = { kind: "code", code: "", depth: 1, parent: frame };
      else if (token === '"' && frame.kind === "quoted") frame = frame.parent ?? frame;
      continue;
    }
    frame.code += token;
    frame.depth += token === "{" ? 1 : token === "}" ? -1 : 0;
    if (frame.depth === 0) {
      expressions.push(frame.code);
      frame = frame.parent ?? frame;
    } else if (token === '"') frame = { kind: "quoted", code: "", depth: 0, parent: frame };
  }
  return { complete: !frame.parent, expressions };
}

function tokenAt(text: string, at: number, kind: Frame["kind"]): string {
  const token = TOKENS[kind];
  token.lastIndex = at;
  return token.exec(text)?.[0] ?? text.slice(at);
}

/** Every string of a value, member names included, without comments. */
function* textsOf(value: unknown, path: string): Generator<{ readonly path: string; readonly text: string }> {
  if (typeof value === "string") yield { path, text: value };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsOf(item, `${path}[${index}]`);
  else if (isObject(value)) {
    for (const [key, item] of membersOf(value)) {
      yield { path: member(path, key), text: key };
      yield* textsOf(item, member(path, key));
    }
  }
}

function schemaOf(mode: ResourceDeclaration["mode"], type: string): Block | undefined {
  const known = (mode === "data" ? provider.data_source_schemas : provider.resource_schemas)[type];
  return known && merged(known.block, META[mode]);
}

function parseAddress(value: unknown): Address | undefined {
  return ADDRESS.exec(String(value))?.groups as Address | undefined;
}

function* itemsOf(value: unknown, path: string): Generator<{ readonly path: string; readonly item: unknown }> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield { path: `${path}[${index}]`, item };
}

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPresent = (value: unknown) => value !== undefined && value !== null;
const isConfluent = (type: string) => type.startsWith("confluent_");
const isExpression = (value: unknown) => typeof value === "string" && parseTemplate(value).expressions.length > 0;
const hasMember = (block: Block, name: string) =>
  Object.hasOwn(block.attributes ?? {}, name) || Object.hasOwn(block.block_types ?? {}, name);
const membersOf = (value: unknown) => (isObject(value) ? Object.entries(value).filter(([key]) => key !== "//") : []);
const member = (path: string, name: string) =>
  IDENTIFIER.test(name) ? (path ? `${path}.${name}` : name) : `${path}[${JSON.stringify(name)}]`;
const describe = (value: unknown) => JSON.stringify(value) ?? String(value);
const undeclared = (address: string, path: string) => `${path}: ${address} is not declared in this document`;
const notAnAddress = (value: unknown, path: string) => `${path}: ${describe(value)} is not a plain address`;
const unexpected = (value: unknown, type: string, path: string) => `${path}: expected ${type}, got ${describe(value)}`;
