import type { TopologyDocument } from "../../model/document";
import type { EmulatorOptions } from "../cloud/emulator";
import { organizationOf } from "./clusters";
import { RehearsalCloud } from "./rehearsal-cloud";
import { StackRun } from "./stack-run";
import { NO_TERRAFORM, Terraform } from "./terraform";
import { WorkingCopy } from "./working-copy";

/** What applies the stacks, and to which cloud. */
export interface DeploymentOptions extends Omit<EmulatorOptions, "clusters"> {
  /** What applies the stacks. @default - the first Terraform on PATH */
  readonly terraform?: Terraform;
  /** A cloud that is up and has no clusters yet; it ends with the deployment. @default - a new one */
  readonly cloud?: RehearsalCloud;
  /** Values of variables that cannot be made up, or over those that are. @default - keys are made up, and nothing else */
  readonly variables?: Readonly<Record<string, string>>;
  /** Interrupts Terraform. @default - Terraform runs to its end */
  readonly signal?: AbortSignal;
}

/**
 * An app's synthesised stacks, applied by the real Terraform on an emulated Confluent Cloud.
 *
 * @see `docs/rehearsal.md`
 */
export class Deployment {
  /** The emulated cloud that the stacks are applied to. */
  public readonly cloud: RehearsalCloud;
  readonly #copy: WorkingCopy;
  readonly #runs = new Map<string, StackRun>();
  readonly #options: DeploymentOptions & { readonly terraform: Terraform };

  private constructor(copy: WorkingCopy, cloud: RehearsalCloud, options: DeploymentOptions, terraform: Terraform) {
    this.#copy = copy;
    this.cloud = cloud;
    this.#options = { ...options, terraform };
    this.#addRuns();
  }

  /** Starts a cloud with the app's clusters. Nothing is applied. */
  public static async start(out: string, options: DeploymentOptions = {}): Promise<Deployment> {
    const { cloud: given, terraform = Terraform.find(), variables: _, signal: __, ...emulator } = options;
    let copy: WorkingCopy | undefined;
    let cloud = given;
    try {
      if (terraform === undefined) throw new Error(NO_TERRAFORM);
      copy = WorkingCopy.copyOf(out);
      cloud ??= await RehearsalCloud.start({ organizationId: organizationOf(copy.document.clusters), ...emulator });
      await cloud.addClusters(copy.document);
      cloud.addAccounts(copy.stacks.values());
      return new Deployment(copy, cloud, options, terraform);
    } catch (error) {
      copy?.remove();
      await cloud?.stop();
      throw error;
    }
  }

  /** What the app says of its chain: the parsed `cluster-linking.json`. */
  public get document(): TopologyDocument {
    return this.#copy.document;
  }

  /** Terraform in each stack, in the order of deployment. */
  public get stacks(): readonly StackRun[] {
    return [...this.#copy.stacks.keys()].map((name) => this.stack(name));
  }

  /** Terraform in one stack. Throws an Error for a stack that the app does not have. */
  public stack(name: string): StackRun {
    const run = this.#runs.get(name);
    if (run === undefined) throw new Error(`There is no stack ${JSON.stringify(name)}.`);
    return run;
  }

  /** File that a stack's state is in. */
  public statePathOf(stack: string): string {
    return this.#copy.statePathOf(stack);
  }

  /** What a variable of a stack is given, where a value was made up or handed in. */
  public variable(stack: string, name: string): string | undefined {
    return this.#environmentOf(stack)[`TF_VAR_${name}`];
  }

  /** Applies each stack for the first time. */
  public async apply(): Promise<void> {
    await this.init();
    for (const stack of this.stacks) await stack.apply();
  }

  /** Initialises each stack, and creates the topics that its mirror topics begin with. */
  public async init(): Promise<void> {
    const initialised = this.stacks.map(async (stack) => stack.init());
    await Promise.all([this.cloud.createSourceTopics(this.document), ...initialised]);
  }

  /** Takes over what was synthesised since. States and cloud stay as they are. */
  public update(out: string): void {
    this.#copy.update(out);
    this.cloud.addAccounts(this.#copy.stacks.values());
    this.#addRuns();
  }

  /** Ends cloud and provider, and removes every file of the rehearsal. */
  public async stop(): Promise<void> {
    try {
      await this.cloud.stop();
    } finally {
      this.#copy.remove();
    }
  }

  #addRuns(): void {
    for (const name of this.#copy.stacks.keys()) {
      if (!this.#runs.has(name)) this.#runs.set(name, this.#runOf(name));
    }
  }

  #runOf(name: string): StackRun {
    const { terraform, signal } = this.#options;
    const environment = (): Readonly<Record<string, string>> => this.#environmentOf(name);
    return new StackRun(name, { terraform, folder: this.#copy.folderOf(name), environment, signal });
  }

  #environmentOf(name: string): Readonly<Record<string, string>> {
    const { variables = {} } = this.#options;
    const given = Object.fromEntries(Object.entries(variables).map(([key, value]) => [`TF_VAR_${key}`, value]));
    return { ...this.cloud.environmentOf(this.#copy.stacks.get(name) ?? {}, this.document), ...given };
  }
}
