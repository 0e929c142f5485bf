import { readFileSync } from "node:fs";
import { FilterType, PatternType } from "cdktf-cluster-linking";
import { z } from "zod";
import { quoted } from "./shown";

/** Names of the legs' stacks, and of the links in them. */
const LEG_NAMES = ["primary-to-jump", "jump-to-dr", "dr-to-jump", "jump-to-primary"] as const;

/** Name of a leg's stack, and of the link in it. */
export type LegName = (typeof LEG_NAMES)[number];

/** A value that means itself. What is in the file ends up in Terraform's JSON, where "${" and "%{" begin an expression. */
export const text = z
  .string()
  .min(1, "is empty")
  .refine((value) => !/[$%]\{/.test(value), "has a Terraform expression in it; this file takes plain values");

const clusterSchema = z.strictObject({
  id: text,
  access: z.enum(["public", "private"]),
  kind: z.enum(["Basic", "Standard", "Enterprise", "Dedicated", "Freight"]),
  cloud: z.enum(["AWS", "AZURE", "GCP"]),
  region: text,
  restEndpoint: text,
  bootstrapEndpoint: text,
});

const filters = z.array(
  z.strictObject({ name: text, patternType: z.enum(PatternType), filterType: z.enum(FilterType) }),
);

/** Settings of one kind of backend, for every stack; `stacks` replaces some of them for one. */
function backendOf<T extends string, S extends z.ZodRawShape>(type: T, settings: S, stacks: readonly string[]) {
  const ofOneStack = z.strictObject(settings).partial().optional();
  return z.strictObject({
    type: z.literal(type),
    ...settings,
    stacks: z.strictObject(Object.fromEntries(stacks.map((stack) => [stack, ofOneStack]))).optional(),
  });
}

const flag = z.boolean().optional();
const optionalText = text.optional();

/** Where the states of an app with these stacks may be kept. */
export const backendSchemaOf = (stacks: readonly string[]) =>
  z.discriminatedUnion("type", [
    backendOf("local", { path: optionalText }, stacks),
    backendOf(
      "s3",
      {
        bucket: text,
        region: text,
        key: optionalText,
        encrypt: flag,
        kmsKeyId: optionalText,
        dynamodbTable: optionalText,
        useLockfile: flag,
        profile: optionalText,
      },
      stacks,
    ),
    backendOf(
      "azurerm",
      {
        storageAccountName: text,
        containerName: text,
        key: optionalText,
        resourceGroupName: optionalText,
        subscriptionId: optionalText,
        tenantId: optionalText,
        useAzureadAuth: flag,
        useOidc: flag,
        region: optionalText,
      },
      stacks,
    ),
    backendOf(
      "gcs",
      {
        bucket: text,
        prefix: optionalText,
        kmsEncryptionKey: optionalText,
        impersonateServiceAccount: optionalText,
        region: optionalText,
      },
      stacks,
    ),
    backendOf(
      "cloud",
      {
        organization: text,
        hostname: optionalText,
        workspace: optionalText,
        project: optionalText,
        region: optionalText,
      },
      stacks,
    ),
  ]);

export const backendSchema = backendSchemaOf(LEG_NAMES);

const backendKinds = backendSchema.options.map(({ shape }) => JSON.stringify(shape.type.value)).join("|");

const kept = z.union([z.boolean(), z.array(text)]).optional();

/** What a topology file may say. */
export const topologySchema = z.strictObject({
  primary: clusterSchema,
  jump: clusterSchema,
  dr: clusterSchema,
  topics: z.array(text).optional(),
  autoCreate: filters.optional(),
  consumerGroups: filters.optional(),
  keepPromoted: z.strictObject({ dr: kept, primary: kept }).optional(),
  preventDestroy: flag,
  backend: backendSchema.optional(),
});

export type Topology = z.infer<typeof topologySchema>;
export type Backend = z.infer<typeof backendSchema>;

/** What the file says, or an error that names everything that is wrong with it. */
export const readTopology = (file: string): Topology => readSettings(file, topologySchema);

/** What a file of another form says, or an error that names everything that is wrong. */
export const readSettings = <S extends z.ZodType>(file: string, schema: S, kind = "topology"): z.infer<S> =>
  parseSettings(readJson(file), schema, file, kind);

/** A value in its form, or an error that names everything that is wrong. Values are not repeated: one could be a secret. */
export function parseSettings<S extends z.ZodType>(value: unknown, schema: S, of: string, kind: string): z.infer<S> {
  const result = schema.safeParse(value, {
    error: ({ input }) => (input === undefined ? "is missing" : undefined),
  });
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap(describeIssue);
  throw new Error([`${of} is no ${kind}:`, ...problems.map((problem) => `  ${problem}`)].join("\n"));
}

function readJson(file: string): unknown {
  let content: string;
  try {
    content = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new Error(`${file} cannot be read (${String((error as NodeJS.ErrnoException).code)}).`);
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${withoutContent((error as Error).message, content)}`);
  }
}

/** What JSON.parse says, without the excerpt it gives, and with a line for the position. */
function withoutContent(message: string, content: string): string {
  const position = /^(.* in JSON) at position (\d+)/s.exec(message);
  if (position) return `${position[1]} in line ${content.slice(0, Number(position[2])).split("\n").length}`;
  return /^Unexpected (end of JSON input|token '.+?')/s.exec(message)?.[0] ?? "it cannot be parsed";
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${describePath([...issue.path, key])}: there is no such member`);
  }
  const wanted = issue.code === "invalid_union" ? wantedOf(issue) : issue.message;
  return [`${describePath(issue.path)}: ${wanted}`];
}

function wantedOf({ discriminator }: z.core.$ZodIssueInvalidUnion): string {
  return discriminator === undefined ? "expected true, false or a list of topics" : `expected one of ${backendKinds}`;
}

function describePath(path: readonly PropertyKey[]): string {
  const steps = path.map((step, i) => {
    if (typeof step === "number") return `[${step}]`;
    if (!/^[A-Za-z_][\w-]{0,59}$/.test(String(step))) return `[${quoted(String(step))}]`;
    return i === 0 ? String(step) : `.${String(step)}`;
  });
  return path.length === 0 ? "the whole file" : steps.join("");
}
