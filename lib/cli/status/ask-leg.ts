import type { DocumentLeg } from "../../model/document";
import { accessTo, type AccessOptions } from "../access/cluster-access";
import type { AppOutput } from "../app-output";
import { NO_ERROR, type LinkAnswer, type MirrorAnswer } from "../rest/answers";
import { RestFailure } from "../rest/rest-failure";
import type { HalfStatus, TaskStatus } from "./leg-status";
import { halvesOf, type LegHalf } from "./leg-halves";

/** What the clusters of a leg say. */
export interface LegAnswers {
  readonly halves: readonly HalfStatus[];
  /** The link's mirror topics, or why the destination did not tell them. */
  readonly mirrors: readonly MirrorAnswer[] | { readonly why: string };
}

/** Asks both clusters of a leg at the same time. One that does not answer is in nobody's way. */
export async function askLeg(output: AppOutput, leg: DocumentLeg, options: AccessOptions): Promise<LegAnswers> {
  const halves = halvesOf(output.document, leg);
  const { linkName } = leg;
  if (linkName === null) {
    const why = "the link's name is known to Terraform only";
    return { halves: halves.map((half) => unanswered(half, "not asked", why)), mirrors: { why } };
  }
  const receiving = halves.find(({ receives }) => receives) as LegHalf;
  const [said, mirrors] = await Promise.all([
    Promise.all(halves.map(async (half) => askHalf(output, leg.stack, half, linkName, options))),
    askMirrors(output, leg.stack, receiving, linkName, options),
  ]);
  return { halves: said, mirrors };
}

async function askHalf(
  output: AppOutput,
  stack: string,
  half: LegHalf,
  linkName: string,
  options: AccessOptions,
): Promise<HalfStatus> {
  const access = accessTo(half.cluster, output.stack(stack), options);
  if ("missing" in access) return unanswered(half, "not asked", access.missing);
  try {
    return answered(half, await access.client.link(linkName));
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    const how = error.isNotFound ? "absent" : error.kind === "unreachable" ? "unreachable" : "refused";
    return unanswered(half, how, error.message);
  }
}

async function askMirrors(
  output: AppOutput,
  stack: string,
  { cluster }: LegHalf,
  linkName: string,
  options: AccessOptions,
): Promise<LegAnswers["mirrors"]> {
  const access = accessTo(cluster, output.stack(stack), options);
  if ("missing" in access) return { why: access.missing };
  try {
    return await access.client.mirrors(linkName);
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error;
    return { why: error.message };
  }
}

const identityOf = ({ role, cluster }: LegHalf): Pick<HalfStatus, "role" | "cluster" | "clusterId"> => ({
  role,
  cluster: cluster.name,
  clusterId: cluster.id,
});

function unanswered(half: LegHalf, answer: HalfStatus["answer"], why: string): HalfStatus {
  return { ...identityOf(half), answer, why, tasks: [] };
}

function answered(half: LegHalf, link: LinkAnswer): HalfStatus {
  const error = [link.link_error === NO_ERROR ? "" : link.link_error, link.link_error_message].filter(Boolean);
  return {
    ...identityOf(half),
    answer: "answered",
    state: link.link_state ?? "UNKNOWN",
    ...(error.length === 0 ? {} : { error: error.join(": ") }),
    tasks: (link.tasks ?? []).map((task): TaskStatus => {
      const errors = (task.errors ?? []).map(({ error_code: code, error_message: message }) => message ?? code ?? "");
      const said = errors.filter((text) => text !== "").join("; ");
      return { name: task.task_name, state: task.state, ...(said === "" ? {} : { error: said }) };
    }),
  };
}
