import { isKnown, type Maybe } from "../maybe";
import { linkNameProblem, quote } from "../names";
import { Rule, type Finding } from "./rule";

export const settingsOnDiallingHalf = new Rule("CL005", "error", {
  title: "Settings on the dialling half",
  effect: "They have no effect; a prefix there makes every mirror topic fail.",
  allowed: "Settings on the half that receives data.",
  fix: "Give the settings to SourceInitiatedLink or ReceivingHalf.",
  evidence: "documentation",
});

export const halfNamesDiffer = new Rule("CL014", "error", {
  title: "The halves of a link have different names",
  effect: "The dialling half is refused, and the receiving half waits for ever.",
  allowed: "One name for both halves.",
  fix: "Use SourceInitiatedLink, or give DiallingHalf the ReceivingHalf object.",
  evidence: "documentation",
});

export const receivingHalfFirst = new Rule("CL015", "guaranteed", {
  title: "The dialling half is created before the receiving half",
  effect: "The dialling half is refused with HTTP 400.",
  allowed: "The dialling half depends on the receiving half.",
  fix: "Nothing to do.",
  evidence: "documentation",
});

export const wrongPeerCredentials = new Rule("CL018", "error", {
  title: "Credentials missing where a half dials, or present where it waits",
  effect: "The plan passes and apply fails.",
  allowed:
    "Credentials of both clusters for a half that dials; none of the peer for one that waits. SOURCE with INBOUND does not exist.",
  fix: "Pass the credentials that the construct's props ask for.",
  evidence: "run",
});

export const remoteCredentialsMissing = new Rule("CL019", "error", {
  title: "A dialling bidirectional half without credentials of the remote cluster",
  effect: "An empty user and password are sent, and the link ends in AUTHENTICATION_ERROR.",
  allowed: "Credentials at both ends of a bidirectional link.",
  fix: "Give credentials for both clusters.",
  evidence: "run",
});

export const oneEndpointPerBlock = new Rule("CL020", "guaranteed", {
  title: "Both endpoints in one cluster block",
  effect: "Terraform refuses the plan.",
  allowed: "The REST endpoint of the host, the bootstrap endpoint of the peer.",
  fix: "Nothing to do: a cluster has both, each half takes the one it needs.",
  evidence: "run",
});

export const remoteCredentialsOnInbound = new Rule("CL047", "error", {
  title: "Remote credentials on the inbound half of a bidirectional link",
  effect: "The link is created, differs on every plan, and every apply fails.",
  allowed: "dialCredentials on the link; the inbound half has its own credentials alone.",
  fix: "Remove the credentials of the remote cluster from the inbound end.",
  evidence: "run",
});

export const illegalLinkName = new Rule("CL055", "error", {
  title: "Illegal link name",
  effect: 'A "/" makes ids ambiguous and import impossible; the server refuses other characters.',
  allowed: 'One to 100 characters out of letters, digits, ".", "_" and "-".',
  fix: "Rename the link.",
  evidence: "run",
});

export const checkDroppedInHcl = new Rule("CL088", "guaranteed", {
  title: "LinkHealth in HCL output",
  effect: "cdktf leaves check blocks out of HCL without a word: nothing would be watched.",
  allowed: "LinkHealth in JSON and in HCL.",
  fix: "Nothing to do: the library writes the HCL of a stack itself, from the stack's JSON. What it cannot write is refused (CL100).",
  evidence: "run",
});

export function checkLinkName(name: Maybe<string>): Finding[] {
  if (!isKnown(name)) return [];
  const problem = linkNameProblem(name);
  return problem ? [illegalLinkName.finding(`The link's name is ${quote(name)}: ${problem}.`)] : [];
}
