import { settingDefinition } from "../../../../model/settings";
import type { ClusterRole } from "../../../../model/link-mode";
import type { AttributePath, Diagnostic, Values } from "../../resource";
import { checkCredentials } from "../credentials";
import { checkAttributes, checkBlock, checkExactlyOne, isOneOf, isRestEndpoint } from "../validation";
import { blocksAt, isWhollyKnown, textAt, textMapAt } from "../values";
import { blockOf, ROLES } from "./roles";

function checkCluster(cluster: Values, path: AttributePath): readonly Diagnostic[] {
  return [
    ...checkExactlyOne(cluster, ["bootstrap_endpoint", "rest_endpoint"], path),
    ...checkAttributes(cluster, { rest_endpoint: isRestEndpoint }, path),
    ...checkCredentials(cluster, path),
  ];
}

function checkConfig(values: Values): readonly Diagnostic[] {
  if (!isWhollyKnown(values["config"] ?? null)) return [];
  const wrong = Object.keys(textMapAt(values, "config")).find((key) => settingDefinition(key) === undefined);
  if (wrong === undefined) return [];
  const summary = `error creating / updating Cluster Link: "${wrong}" cluster link setting is read-only and cannot be updated`;
  return [{ severity: "ERROR", summary, path: ["config"] }];
}

/** What the configuration alone shows. Which blocks a mode needs is not among it. */
export const validateLink = (config: Values): readonly Diagnostic[] => [
  ...checkAttributes(config, {
    link_mode: isOneOf(["DESTINATION", "SOURCE", "BIDIRECTIONAL"]),
    connection_mode: isOneOf(["INBOUND", "OUTBOUND"]),
  }),
  ...ROLES.flatMap((role) => checkBlock(config, blockOf(role), checkCluster)),
  ...checkConfig(config),
];

type Need = readonly [what: "credentials" | "rest_endpoint" | "bootstrap_endpoint" | "no credentials", of: ClusterRole];

/** What each combination of modes needs, in the order in which it is asked for. */
const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  "DESTINATION/OUTBOUND": [
    ["credentials", "destination"],
    ["bootstrap_endpoint", "source"],
    ["rest_endpoint", "destination"],
    ["credentials", "source"],
  ],
  "DESTINATION/INBOUND": [
    ["credentials", "destination"],
    ["bootstrap_endpoint", "source"],
    ["rest_endpoint", "destination"],
    ["no credentials", "source"],
  ],
  "SOURCE/OUTBOUND": [
    ["credentials", "destination"],
    ["rest_endpoint", "source"],
    ["bootstrap_endpoint", "destination"],
    ["credentials", "source"],
  ],
  "SOURCE/INBOUND": [["credentials", "destination"]],
  "BIDIRECTIONAL/OUTBOUND": [
    ["credentials", "local"],
    ["bootstrap_endpoint", "remote"],
    ["rest_endpoint", "local"],
  ],
  "BIDIRECTIONAL/INBOUND": [
    ["credentials", "local"],
    ["bootstrap_endpoint", "remote"],
    ["rest_endpoint", "local"],
  ],
};

function unmet(values: Values, [what, of]: Need): string | undefined {
  const block = blockOf(of);
  const hasCredentials = blocksAt(values, block, "credentials").length > 0;
  switch (what) {
    case "no credentials":
      return hasCredentials ? `"credentials" must not be specified for "${block}"` : undefined;
    case "credentials":
      return hasCredentials ? undefined : `"credentials" must be specified for "${block}"`;
    default:
      return textAt(values, block, what) === "" ? `"${what}" must be specified for "${block}"` : undefined;
  }
}

/** What only the creation of a link asks for: its first objection. */
export function objectionTo(values: Values): string | undefined {
  const modes = `${textAt(values, "link_mode")}/${textAt(values, "connection_mode")}`;
  for (const need of NEEDS[modes] ?? []) {
    const objection = unmet(values, need);
    if (objection !== undefined) return objection;
  }
  return modes === "SOURCE/INBOUND" ? `source initiated cluster link can't have "INBOUND"="DESTINATION"` : undefined;
}
