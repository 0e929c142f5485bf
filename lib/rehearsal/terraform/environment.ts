import { devNull } from "node:os";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What would change the answer of Terraform or of the provider, or attach another provider. */
const FOREIGN = [/^TF_/, /^TERRAFORM_CONFIG$/, /^TOFU_/, /^CONFLUENT_/, /^IMPORT_/, /^KAFKA_/];

/**
 * The environment of a Terraform that asks nobody anything and takes nothing from the caller's setup: no variables, arguments, workspaces,
 * credentials or attached providers.
 */
export function terraformEnvironment(caller: Environment, own: Environment = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(caller).filter(([name]) => !FOREIGN.some((pattern) => pattern.test(name)));
  return {
    ...Object.fromEntries(inherited),
    CHECKPOINT_DISABLE: "1",
    TF_CLI_CONFIG_FILE: devNull,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    NO_COLOR: "1",
    ...own,
  };
}
