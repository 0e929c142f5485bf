import { expect, it } from "vitest";
import { RULES } from "../../../lib/model/rules/catalogue";
import { LATER } from "./later";
import { REFUSED } from "./refused";
import { SILENT } from "./silent";

/** Rules whose effect is none of Terraform's, the provider's or the API's on a configuration, and why. */
const NOT_APPLIED: Readonly<Record<string, string>> = {
  CL041: "only synth knows which construct is in which stack",
  CL042: "a region dies with what is in it: nothing that Terraform does",
  CL044: "only synth asks whether reach is proved",
  CL045: "only synth follows sets",
  CL050: "the secret is in the file, whatever becomes of it",
  CL053: "only synth has typed settings beside others",
  CL057: "only synth merges sets",
  CL058: "nothing is written, so nothing is applied",
  CL059: "cdktf's own resources: the missing provider block is Terraform's to refuse",
  CL060: "one element replaced the other before Terraform sees either",
  CL061: "such a cluster cannot be emulated, as it cannot exist",
  CL065: "the version is that of the real provider; the emulator has one",
  CL066: "such a variable is never written",
  CL069: "depends on a region's networking, which is not emulated",
  CL070: "such a cluster cannot exist",
  CL072: "the filters are never written",
  CL074: "only synth has warnings",
  CL075: "only synth has sets",
  CL078: "the variable does not reach what the state does not hold, see the tests of failover",
  CL079: "only synth has sets",
  CL080: "only synth knows whether something promotes",
  CL081: "the library writes the blocks",
  CL084: "such an address is never written",
  CL086: "such grants are never written",
  CL087: "documentation and practice differ; the emulator takes ACLs",
  CL088: "the library writes the blocks",
  CL090: "a region that dies takes JUMP along in the cloud; the emulator has no regions that die",
  CL092: "the emulator's clusters have no zones that fail",
  CL095: "such a range is a cloud's business, and no cloud is emulated",
  CL096: "such a range is a cloud's business, and no cloud is emulated",
  CL097: "such a range is a cloud's business, and no cloud is emulated",
  CL098: "the provider server is of one version",
  CL100: "such HCL is never written",
  CL102: "it is never written",
  CL101: "cdktf leaves the blocks out before Terraform sees them",
};

it("every rule is shown, or there is a reason why it cannot be", () => {
  const shown = new Set([...REFUSED, ...SILENT, ...LATER].map(({ rule }) => rule));
  const missing = RULES.map(({ id }) => id).filter((id) => !shown.has(id) && !(id in NOT_APPLIED));
  expect(missing).toEqual([]);
  expect(Object.keys(NOT_APPLIED).filter((id) => shown.has(id))).toEqual([]);
});
