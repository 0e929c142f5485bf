import { join } from "node:path";
import { EVIDENCE } from "../../lib/model/evidence";
import { RULES } from "../../lib/model/rules/catalogue";
import { describeFinding, type Rule, type Severity } from "../../lib/model/rules/rule";
import { plain, writePage } from "./pages";

export const RULES_PAGE = join(__dirname, "../../docs/rules.md");

const SEVERITIES: Readonly<Record<Severity, { readonly name: string; readonly means: string }>> = {
  error: { name: "Error", means: "The constructor throws, or synth stops and writes nothing." },
  warning: { name: "Warning", means: "Synth goes on and says so, every time, until it is acknowledged with a reason." },
  guaranteed: { name: "Guaranteed", means: "The library writes what is needed. There is nothing to get wrong." },
  documented: { name: "Documented", means: "Cannot be seen at synth. Know it." },
};

const EXAMPLE = {
  id: "CL010",
  path: "primary-to-jump/link",
  given: 'The prefix is "from-germany-": it has 13 characters, 12 are allowed.',
};

function anchor({ id }: Rule): string {
  return id.toLowerCase();
}

function severityOf(rule: Rule): string {
  const { name } = SEVERITIES[rule.severity];
  if (rule.overridable) return `${name}; can be acknowledged with a reason`;
  return rule.severity === "warning" ? `${name}; can be acknowledged with a reason` : name;
}

function renderIntroduction(): string {
  const example = RULES.find(({ id }) => id === EXAMPLE.id) as Rule;
  const severities = Object.values(SEVERITIES).map(({ name, means }) => `- **${name}**: ${means}`);
  const evidence = Object.entries(EVIDENCE).map(([mark, means]) => `- **${mark}**: ${means}`);
  return `# Rules

Everything that this library refuses, warns of, prevents, or can only tell. An id never changes its meaning.

This page is made from \`lib/model/rules\` by \`node --import tsx .ci/docs/rules.ts\`; a test keeps the two equal.

## Severities

${severities.join("\n")}

A value that only Terraform will know (a token, or text with \`\${…}\`) is never judged: rules that need it step aside.

## Evidence

What the effect of a rule is known from. The emulated Confluent Cloud and its provider carry the same marks, see [rehearsal.md](rehearsal.md).

${evidence.join("\n")}

## Messages

A message begins with the path of the construct, then says which rule, what was given, what is allowed and how to mend it:

\`\`\`text
${EXAMPLE.path}: ${describeFinding(example.finding(EXAMPLE.given))}
\`\`\`

What a constructor can judge by itself it throws as a \`ValidationError\`, whose \`code\` is the id, \`constructPath\` the path and
\`hint\` the fix. What only the complete tree shows is reported by \`app.synth()\`, for the whole app at once, and no stack with
a cluster link is written. Warnings are annotations of the construct, which \`cdktf synth\` prints; \`Warnings.of(scope).list()\` has them too.

## Acknowledging

\`\`\`ts
import { Warnings, type SourceInitiatedLink } from "cdktf-cluster-linking";

export function acknowledge(primaryToJump: SourceInitiatedLink): void {
  Warnings.of(primaryToJump).acknowledge("CL051", "Both keys are rotated by hand, in two applies");
}
\`\`\`

silences that warning for this construct and everything below it, nowhere else. The reason is kept in \`cluster-linking.json\`.
An id that does not exist, an error that cannot be overridden, and an empty reason throw [CL074](#cl074).`;
}

function renderRule(rule: Rule): string {
  return `<a id="${anchor(rule)}"></a>

## ${rule.id} ${plain(rule.title)}

${severityOf(rule)}.

- Effect: ${plain(rule.effect)}
- Evidence: ${rule.evidence}
- Allowed: ${plain(rule.allowed)}
- Fix: ${plain(rule.fix)}`;
}

/** The page of every rule. */
export function renderRules(): string {
  const contents = RULES.map((rule) => `- [${rule.id}](#${anchor(rule)}) (${rule.severity}): ${plain(rule.title)}`);
  return `${[renderIntroduction(), "## Contents", contents.join("\n"), ...RULES.map(renderRule)].join("\n\n")}\n`;
}

if (require.main === module) {
  process.exitCode = writePage(RULES_PAGE, renderRules(), ".ci/docs/rules.ts", process.argv.includes("--check"));
}
