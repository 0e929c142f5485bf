import { readAppJson, runApp, type AppRun } from "../run-app";
import type { Json } from "../../support/synth";

export const APP = "terraform-cloud";

export const defaults = (): Json => readAppJson(APP, "topology.json");

export interface Changes {
  /** Members of the topology. */
  readonly topology?: Json;
  /** Members of `terraformCloud`. */
  readonly cloud?: Json;
  /** Members of one leg in `terraformCloud`. */
  readonly first?: Json;
  readonly last?: Json;
}

/** Runs the app with its own file, some members of which are replaced. */
export function runWith({ topology, cloud, first, last }: Changes = {}): AppRun {
  const own = defaults();
  const { legs } = own.terraformCloud;
  return runApp(APP, {
    topology: {
      ...own,
      ...topology,
      terraformCloud: {
        ...own.terraformCloud,
        legs: {
          "primary-to-jump": { ...legs["primary-to-jump"], ...first },
          "jump-to-dr": { ...legs["jump-to-dr"], ...last },
        },
        ...cloud,
      },
    },
  });
}

/** The stacks of a run that must have succeeded. */
export function stacksOf(run: AppRun): Readonly<Record<"workspaces" | "primary-to-jump" | "jump-to-dr", Json>> {
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return run.stacks as ReturnType<typeof stacksOf>;
}

export const resourcesOf = (run: AppRun): Json => stacksOf(run).workspaces.resource;
