import { complaint, noChanges, nothingLost, that } from "../promises";
import { accountOf } from "../accounting";
import { settle } from "../common-steps";
import type { Drill } from "../drill";
import type { DrillStep, Scenario, Setting } from "../scenario";

const EXPECTED = /len\(credentialConfigs\) is 0/;
const ERRORS = /^\W*Error: /gm;

/** A variable of a stack that takes a key. */
interface VariableKey {
  readonly stack: string;
  readonly variable: string;
  readonly secret: string;
  readonly cluster: string;
  /** `stack/var.name`, as the runbook's steps are called. */
  readonly id: string;
  readonly failsOnce: boolean;
}

interface Key {
  readonly key: string;
  readonly secret: string;
}

function variableKeys({ book }: Setting): VariableKey[] {
  const { steps } = book.section("rotation");
  return book.topology.stacks.flatMap((stack) => {
    const found = new Map<string, VariableKey>();
    for (const half of stack.legs.flatMap(({ halves }) => halves)) {
      if (half.stack !== stack.name) continue;
      for (const { cluster: role, key, secret } of half.credentials) {
        if (key?.startsWith("var.") !== true || secret?.startsWith("var.") !== true) continue;
        const id = `${stack.name}/${key}`;
        found.set(id, {
          stack: stack.name,
          variable: key.slice(4),
          secret: secret.slice(4),
          cluster: role === half.mode.host ? half.host.id : half.peer.id,
          id,
          failsOnce: steps.some((step) => step.id === `use-key-again/${id}`),
        });
      }
    }
    return [...found.values()];
  });
}

/** Keys that stacks use now, by stack and variable. */
class Keys {
  readonly #keys = new Map<string, string>();

  public set({ stack, variable }: VariableKey, key: string): string | undefined {
    const name = `${stack} ${variable}`;
    const before = this.#keys.get(name);
    this.#keys.set(name, key);
    return before;
  }

  public uses(key: string): boolean {
    return [...this.#keys.values()].includes(key);
  }
}

/** Every key is replaced, and the links do not notice. */
export const rotateKeys: Scenario = {
  name: "rotate-keys",
  title: "Every key that a variable takes is replaced",
  leastLegs: 1,
  restsOn: [/Keys and role bindings work at once/],
  obstacle: (setting) =>
    variableKeys(setting).length === 0
      ? "No key of this app comes from a variable: its stacks make their keys, and rotating them takes a synth."
      : undefined,
  steps: (setting) => {
    const all = variableKeys(setting);
    const stacks = [...new Set(all.map(({ stack }) => stack))];
    const keys = new Keys();
    let begin = 0;
    const noTrouble = that("every half of every link was ACTIVE all the time", ({ links, now }) =>
      links.looks > 0 && now > begin
        ? complaint(
            links
              .troublesSince(begin)
              .map(({ link, cluster, state, error }) => `${link} on ${cluster}: ${state} ${error}`),
          )
        : "nobody looked",
    );
    const remember: DrillStep = {
      title: "Note which keys are in use",
      does: (drill) => {
        begin = drill.now;
        for (const each of all) keys.set(each, keyInUse(drill, each));
      },
      promises: [],
    };
    return [
      remember,
      ...all.map((each) => rotation(each, keys, noTrouble)),
      {
        title: "Everything works with the new keys alone",
        does: async (drill) => {
          drill.traffic.stopProducing();
          await settle(drill);
          drill.account(accountOf(drill, "Records and groups after all keys were replaced"));
          for (const stack of stacks) await drill.follow("verify", `plan/${stack}`);
        },
        promises: [...stacks.map((stack) => noChanges(stack)), nothingLost, noTrouble],
      },
    ];
  },
};

function keyInUse({ deployment, executor }: Drill, { stack, variable }: VariableKey): string {
  return executor.valueOf(stack, variable) ?? deployment.variable(stack, variable) ?? "";
}

function rotation(each: VariableKey, keys: Keys, noTrouble: DrillStep["promises"][number]): DrillStep {
  let failures: string[] = [];
  return {
    title: `${each.variable} of ${each.stack}`,
    does: async (drill) => {
      const made = newKey(drill, each);
      drill.executor.setVariables(each.stack, { [each.variable]: made.key, [each.secret]: made.secret });
      const old = keys.set(each, made.key) ?? "";
      if (each.failsOnce) {
        const runs = await drill.follow("rotation", `use-key/${each.id}`, { fails: EXPECTED });
        failures = runs.filter(({ exitCode }) => exitCode !== 0).map(({ output }) => output);
        await drill.follow("rotation", `use-key-again/${each.id}`);
      } else {
        await drill.follow("rotation", `use-key/${each.id}`);
      }
      await drill.follow("rotation", `status/${each.id}`);
      if (keys.uses(old)) {
        drill.note("the old key stays: another stack uses it");
      } else {
        drill.deployment.cloud.emulator.faults.revokeKey(old);
        drill.note("the old key is deleted");
        await drill.pass(60_000);
      }
    },
    promises: [
      ...(each.failsOnce
        ? [
            that("the one expected error comes, and no other", () =>
              failures.length === 1 && (failures[0]?.match(ERRORS) ?? []).length === 1
                ? undefined
                : `${failures.length} failed commands`,
            ),
          ]
        : []),
      noTrouble,
    ],
  };
}

/** A key of the same cluster with the same rights. */
const newKey = ({ deployment }: Drill, { cluster }: VariableKey): Key => deployment.cloud.emulator.grantAll(cluster);
