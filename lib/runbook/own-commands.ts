import type { Command, FailoverMode, Form, Operation } from "./structure";
import type { RunbookLeg, RunbookStack, RunbookTopology } from "./topology";

function own({ out }: RunbookTopology, operation: Operation, ...args: readonly string[]): Command {
  const where = out === "cdktf.out" ? [] : ["--out", out];
  return { program: "npx cluster-linking", args: [...args, ...where], operation };
}

/** A name by which `--leg` means this leg alone. */
function legName(topology: RunbookTopology, leg: RunbookLeg): string {
  const { linkName, path } = leg.data;
  const same = topology.legs.filter((other) => other.data.linkName === linkName || other.data.stack === linkName);
  return linkName !== null && same.every((other) => other === leg) ? linkName : path;
}

/** Asks the clusters how one leg is; without one, all of them. */
export function statusForm(topology: RunbookTopology, leg?: RunbookLeg, drained = false): Form {
  const name = leg && legName(topology, leg);
  const flags = [...(name === undefined ? [] : ["--leg", name]), ...(drained ? ["--drained"] : [])];
  return {
    tool: "cluster-linking",
    commands: [own(topology, { kind: "status", leg: name, drained }, "status", ...flags)],
  };
}

/** Fails over by one REST call: first asked, then done. */
export function failoverForm(
  topology: RunbookTopology,
  stack: RunbookStack,
  leg: RunbookLeg,
  mode: FailoverMode,
): Form {
  const one = stack.legs.length > 1 ? ["--leg", legName(topology, leg)] : [];
  const flags = ["--stack", stack.name, ...one, mode === "PROMOTED" ? "--promote" : "--failover"];
  const command = (dryRun: boolean): Command =>
    own(
      topology,
      { kind: "fail-over", stack: stack.name, mode, dryRun },
      ...["failover", ...flags, ...(dryRun ? [] : ["--yes"])],
    );
  return {
    tool: "cluster-linking",
    when: "One REST call for all mirror topics of the link, explicit and auto-created ones, also when Terraform cannot plan. The first line asks and changes nothing.",
    commands: [command(true), command(false)],
  };
}

export function adoptForm(topology: RunbookTopology, { name }: RunbookStack): Form {
  const command = own(topology, { kind: "adopt", stack: name }, "adopt", "--stack", name);
  return { tool: "cluster-linking", commands: [command] };
}

export function rehearseForm(topology: RunbookTopology, scenario: string): Form {
  return {
    tool: "cluster-linking",
    commands: [own(topology, { kind: "rehearse", scenario }, "rehearse", scenario)],
  };
}

export function waitForm(milliseconds: number): Form {
  return {
    tool: "shell",
    commands: [
      {
        program: "sleep",
        args: [String(Math.ceil(milliseconds / 1000))],
        operation: { kind: "wait", milliseconds },
      },
    ],
  };
}

/** Sets variables for the commands that follow in the same shell. */
export function exportForm(variables: Readonly<Record<string, string>>): Form {
  return {
    tool: "shell",
    commands: Object.entries(variables).map(([name, value]) => ({
      program: "export",
      args: [],
      environment: { [name]: value },
      operation: { kind: "set-variables", names: [name] },
    })),
  };
}
