import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as library from "cdktf-cluster-linking";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const VALUES = [
  "AclFilter",
  "AddressPlan",
  "ApiKey",
  "AwsPrivateNetwork",
  "AzurePrivateNetwork",
  "BidirectionalLink",
  "DedicatedCluster",
  "DestinationInitiatedLink",
  "DiallingHalf",
  "Failover",
  "FilterType",
  "GcpPrivateNetwork",
  "GroupFilter",
  "JumpPlacement",
  "KafkaCluster",
  "LinkAccounts",
  "LinkHealth",
  "LinkKeys",
  "LinkPrincipals",
  "MirrorSet",
  "MirrorStatus",
  "MirrorTopic",
  "PatternType",
  "PolicyPack",
  "PrivatePublicPrivate",
  "ReceivingHalf",
  "SourceInitiatedLink",
  "StartOffset",
  "TopicFilter",
  "ValidationError",
  "Warnings",
  "declareStateRegion",
  "synthesize",
];

const TYPES = [
  "AclFilterAttributes",
  "AclSync",
  "ApiKeyAttributes",
  "ApiKeyFromResourceOptions",
  "ApiKeyResource",
  "AutoCreate",
  "AwsPrivateNetworkProps",
  "AzurePrivateNetworkProps",
  "BidirectionalChain",
  "BidirectionalCredentials",
  "BidirectionalEnd",
  "BidirectionalHalf",
  "BidirectionalLinkProps",
  "BidirectionalProps",
  "BothOutboundProps",
  "ChainProps",
  "Cloud",
  "ClusterAccess",
  "ClusterKind",
  "CommonDedicatedClusterProps",
  "CommonLinkAccountsProps",
  "CommonLinkPrincipalsProps",
  "CommonMirrorProps",
  "CommonReceivingSettings",
  "ConsumerOffsetSync",
  "DedicatedClusterProps",
  "DestinationInitiatedAccountsProps",
  "DestinationInitiatedLinkProps",
  "DestinationInitiatedPrincipalsProps",
  "DialAccountOptions",
  "DialPrincipalOptions",
  "DiallingHalfProps",
  "ExceptedFinding",
  "ExistingLink",
  "ExistingLinkAttributes",
  "ForeignReceivingHalf",
  "GcpPrivateNetworkProps",
  "GroupPrefix",
  "HalfProtection",
  "IClusterLink",
  "ILinkHalf",
  "KafkaClusterAttributes",
  "KafkaClusterLookup",
  "KafkaClusterResource",
  "KafkaClusterResourceOptions",
  "KafkaPrincipal",
  "KafkaPrincipalOptions",
  "KeyGeneration",
  "LinkAccountIds",
  "LinkAccountsProps",
  "LinkCredentials",
  "LinkDirection",
  "LinkHealthProps",
  "LinkKeyOptions",
  "LinkKeysProps",
  "LinkPrincipalOptions",
  "LinkPrincipalsProps",
  "MirrorProps",
  "MirrorReference",
  "MirrorSetProps",
  "MirrorStatusValue",
  "MirrorTopicProps",
  "NameFilterAttributes",
  "OneInboundProps",
  "PolicyException",
  "PolicyFinding",
  "PolicyPackProps",
  "PolicyReport",
  "PolicyResource",
  "PolicyRule",
  "PolicyStack",
  "PolicyTree",
  "PolicyViolation",
  "PrivateDedicatedClusterProps",
  "PrivateNetwork",
  "PrivateNetworkProps",
  "PrivatePublicPrivateProps",
  "PublicDedicatedClusterProps",
  "RawLinkConfig",
  "ReceivingHalfProps",
  "ReceivingSettings",
  "ReverseChain",
  "ReverseProps",
  "RotatingApiKeyProps",
  "SettingKey",
  "SourceInitiatedAccountsProps",
  "SourceInitiatedLinkProps",
  "SourceInitiatedPrincipalsProps",
  "SyncableTopicConfig",
  "TopicConfigSync",
  "Upstream",
  "WithFailover",
  "WithPrefix",
  "WithStatus",
  "WithoutPrefix",
];

/** Names that the library's entry exports as types alone. */
function exportedTypes(): string[] {
  const file = join(__dirname, "../../lib/index.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) {
      throw new Error(`${statement.getText(source)} is no list of names`);
    }
    const { isTypeOnly, exportClause } = statement;
    return exportClause.elements.filter((each) => isTypeOnly || each.isTypeOnly).map((each) => each.name.text);
  });
}

describe("what the library exports", () => {
  it("as values", () => {
    expect(Object.keys(library).sort()).toEqual(VALUES);
  });

  it("as types", () => {
    expect(exportedTypes().sort()).toEqual(TYPES);
  });
});
