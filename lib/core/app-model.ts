import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Annotations, App, TerraformStack, type ISynthesisSession, type TerraformProvider } from "cdktf";
import type { IConstruct } from "constructs";
import { feeds, findCycle, upstreamLegs } from "../model/chains";
import {
  DOCUMENT_NAME,
  earlierLeg,
  keptTopicsOf,
  parseDocument,
  readSettings,
  writeDocument,
  type DocumentAcknowledgement,
  type DocumentStack,
  type LegDetails,
  type TopologyDocument,
} from "../model/document";
import { UNKNOWN } from "../model/maybe";
import { addPrefix } from "../model/names";
import { checkLegs } from "../model/rules/check";
import { checkKeptBefore, checkMirroredBefore } from "../model/rules/kept";
import { describeFinding, type Finding } from "../model/rules/rule";
import { checkCreationSettings, checkRemovedSettings } from "../model/rules/settings";
import { checkStacks } from "../model/rules/stacks";
import type { Leg } from "../model/topology";
import { credentialsOfLinks, sensitiveVariables } from "./credentials";
import { rewriteStack, synthesizeStack } from "./hcl/write-stack";
import { MirrorsBefore } from "./mirrors-before";
import { checkProviders, type ProviderUse } from "./providers";
import { documentBackend, stackFacts } from "./stack-facts";
import { provider as aProvider, requireKind } from "./shape";
import { renderFinding } from "./validation-error";

const APP_MODEL = Symbol.for("cdktf-cluster-linking.AppModel");

interface LegSource {
  readonly construct: IConstruct;
  readonly leg: () => Leg;
  readonly details: LegDetails;
}

export interface Evaluation {
  readonly errors: readonly Finding[];
  /** Warnings that nobody acknowledged. */
  readonly warnings: readonly Finding[];
}

/** Everything this library's constructs know of one app; asks the model's rules when the tree is complete. */
export class AppModel {
  private readonly legs: LegSource[] = [];
  private readonly checks: (() => Finding[])[] = [];
  private readonly stackChecks = new Map<string, () => Finding[]>();
  private readonly providerUses: ProviderUse[] = [];
  private readonly before = new Map<string, MirrorsBefore>();
  private readonly joined = new Set<IConstruct>();
  private readonly stacks = new Set<TerraformStack>();
  private readonly acknowledged: DocumentAcknowledgement[] = [];
  private readonly annotated = new Set<string>();
  private readonly unwritten = new Set<TerraformStack>();
  private legCache: readonly Leg[] | undefined;
  private lastDocument: TopologyDocument | null | undefined;

  private constructor(private readonly root: IConstruct) {}

  /** The model of the app that a construct belongs to. */
  public static of(scope: IConstruct): AppModel {
    const root = scope.node.root as IConstruct & { [APP_MODEL]?: AppModel };
    if (!root[APP_MODEL]) Object.defineProperty(root, APP_MODEL, { value: new AppModel(root) });
    return root[APP_MODEL] as AppModel;
  }

  /** Adds a leg, read anew whenever something changes. */
  public addLeg(construct: IConstruct, leg: () => Leg, details: LegDetails): void {
    this.join(construct);
    this.legs.push({ construct, leg, details });
  }

  /** Adds what one construct checks for itself when the tree is complete. */
  public addCheck(construct: IConstruct, check: () => Finding[]): void {
    this.join(construct);
    this.checks.push(() => check().map((finding) => ({ ...finding, path: finding.path ?? construct.node.path })));
  }

  /** Adds what is checked once for a stack, whoever asks for it. */
  public addStackCheck(construct: IConstruct, name: string, check: (stack: TerraformStack) => Finding[]): void {
    this.join(construct);
    const stack = TerraformStack.of(construct);
    this.stackChecks.set(`${stack.node.path} ${name}`, () => check(stack));
  }

  /** Makes sure that a construct finds its provider. */
  public usesProvider(construct: IConstruct, provider: TerraformProvider | undefined): void {
    if (provider !== undefined) requireKind(construct, "provider", provider, aProvider);
    this.join(construct);
    this.providerUses.push({ construct, provider });
  }

  /** Says that a construct changed what its leg is. */
  public changed(): void {
    this.legCache = undefined;
    this.before.clear();
  }

  public acknowledge(acknowledgement: DocumentAcknowledgement): void {
    this.acknowledged.push(acknowledgement);
  }

  /** The legs as they stand now. */
  public currentLegs(): readonly Leg[] {
    this.legCache ??= this.legs.map((source) => source.leg());
    return this.legCache;
  }

  /** Asks every rule. */
  public evaluate(): Evaluation {
    const legs = this.currentLegs();
    const stacks = [...this.stacks];
    const all = [
      ...checkLegs(legs),
      ...checkStacks(this.everyStack().map(stackFacts), legs),
      ...stacks.flatMap((stack) => checkProviders(stack, this.providerUses)),
      ...this.checks.flatMap((check) => check()),
      ...[...this.stackChecks.values()].flatMap((check) => check()),
      ...this.changedSettings(),
      ...this.noLongerKept(),
    ].filter((finding) => !this.isAcknowledged(finding));
    return {
      errors: all.filter(({ rule }) => rule.severity === "error"),
      warnings: all.filter(({ rule }) => rule.severity === "warning"),
    };
  }

  /** This stack's mirror topics that fill the source of a leg. */
  public mirrorsBefore(legPath: string): MirrorsBefore {
    const legs = this.currentLegs();
    const cached = this.before.get(legPath);
    if (cached) return cached;
    const before = new MirrorsBefore();
    this.before.set(legPath, before);
    const leg = legs.find(({ path }) => path === legPath);
    if (!leg) return before;
    const ring = findCycle(legs) !== undefined;
    for (const [i, upstream] of legs.entries()) {
      if (upstream.stack !== leg.stack || !feeds(upstream, leg)) continue;
      for (const claim of upstream.claims) {
        const { addresses, unlisted } = (this.legs[i] as LegSource).details.addresses(claim);
        for (const [j, topic] of claim.topics.entries()) {
          const address = addresses[j];
          if (address !== undefined) before.add(addPrefix(upstream.settings.prefix, topic), address);
        }
        if (unlisted !== undefined && !ring) before.add(UNKNOWN, unlisted);
      }
    }
    return before;
  }

  /** What is written beside the stacks. */
  public document(): TopologyDocument {
    const legs = this.currentLegs();
    const stacks = [...this.stacks].map((stack) => ({
      name: stack.node.path,
      dependsOn: stack.dependencies.map((other) => other.node.path).sort(),
      ...howToRun(stack),
    }));
    return writeDocument(
      this.legs.map(({ details }, i) => ({ leg: legs[i] as Leg, details })),
      stacks,
      this.acknowledged,
      credentialsOfLinks(this.stacks),
    );
  }

  private everyStack(): TerraformStack[] {
    return this.root.node.findAll().filter((node) => TerraformStack.isStack(node));
  }

  private isAcknowledged({ rule, path = "" }: Finding): boolean {
    return this.acknowledged.some(
      ({ id, scope }) => id === rule.id && (scope === "" || path === scope || path.startsWith(`${scope}/`)),
    );
  }

  private join(construct: IConstruct): void {
    this.changed();
    this.joined.add(construct);
    const stack = TerraformStack.of(construct);
    if (this.stacks.has(stack)) return;
    this.stacks.add(stack);
    this.joined.add(stack);
    stack.node.addValidation({ validate: () => this.validate() });
    this.writeAfter(stack);
  }

  // Errors of the whole app stop the first stack, so that no stack is written.
  private validate(): string[] {
    this.changed();
    const { errors, warnings } = this.evaluate();
    const constructs = new Map(
      warnings.length > 0 ? [...this.joined].map((construct) => [construct.node.path, construct]) : [],
    );
    for (const warning of warnings) {
      const key = `${warning.path ?? ""} ${warning.rule.id} ${warning.given}`;
      if (this.annotated.has(key)) continue;
      this.annotated.add(key);
      Annotations.of(constructs.get(warning.path ?? "") ?? this.root).addWarning(describeFinding(warning));
    }
    return errors.map(renderFinding);
  }

  private writeAfter(stack: TerraformStack): void {
    const inner = stack.synthesizer;
    stack.synthesizer = {
      synthesize: (session) => {
        if (this.unwritten.size === 0) {
          this.orderStacks();
          for (const each of this.stacks) this.unwritten.add(each);
          this.writeOthers(stack, session);
        }
        synthesizeStack(stack, session, () => inner.synthesize(session));
        this.unwritten.delete(stack);
        if (this.unwritten.size > 0) return;
        writeFileSync(join(session.outdir, DOCUMENT_NAME), `${JSON.stringify(this.document(), undefined, 2)}\n`);
      },
    };
  }

  /** Stacks without a construct of this library are written like the others, also those that are written already. */
  private writeOthers(first: TerraformStack, session: ISynthesisSession): void {
    const all = this.everyStack();
    for (const stack of all.filter((each) => !this.stacks.has(each))) {
      if (all.indexOf(stack) < all.indexOf(first)) {
        rewriteStack(stack, session);
        continue;
      }
      const inner = stack.synthesizer;
      stack.synthesizer = {
        synthesize: (later) => synthesizeStack(stack, later, () => inner.synthesize(later)),
      };
    }
  }

  /** Deploys the stack of a leg after those of the legs that fill its source. */
  private orderStacks(): void {
    const stackOf = new Map([...this.stacks].map((stack) => [stack.node.path, stack]));
    const legs = this.currentLegs();
    for (const leg of legs) {
      for (const upstream of upstreamLegs(legs, leg)) {
        const [before, after] = [stackOf.get(upstream.stack), stackOf.get(leg.stack)];
        if (before && after && before !== after && !before.dependsOn(after)) after.addDependency(before);
      }
    }
  }

  /** What the last synth wrote otherwise. */
  private changedSettings(): Finding[] {
    const before = this.documentBefore();
    if (!before) return [];
    return this.legs.flatMap(({ details }, i) => {
      const leg = this.currentLegs()[i] as Leg;
      const earlier = earlierLeg(before, leg);
      if (!earlier || !leg.managed) return [];
      const findings = [
        ...checkRemovedSettings(earlier.configKeys, details.configKeys()),
        ...checkCreationSettings(readSettings(earlier), leg.settings),
      ];
      const mirrored = earlier.sets.map(({ path, mirrors }) => ({ path, topics: mirrors.map(({ topic }) => topic) }));
      return [...findings.map((finding) => ({ ...finding, path: leg.path })), ...checkMirroredBefore(mirrored, leg)];
    });
  }

  /** Topics that the last synth kept, and this one does not. */
  private noLongerKept(): Finding[] {
    const before = this.documentBefore();
    const kept = before ? keptTopicsOf(before).filter(({ addresses }) => addresses.length > 0) : [];
    if (kept.length === 0) return [];
    return checkKeptBefore(
      kept,
      keptTopicsOf(this.document()),
      new Set(this.everyStack().map(({ node }) => node.path)),
    );
  }

  private documentBefore(): TopologyDocument | undefined {
    if (this.lastDocument === undefined) {
      this.lastDocument = null;
      const file = App.isApp(this.root) ? join(this.root.outdir, DOCUMENT_NAME) : "";
      if (file !== "" && existsSync(file)) {
        try {
          this.lastDocument = parseDocument(readFileSync(file, "utf8"));
        } catch {
          // A file of another release says nothing about this one.
        }
      }
    }
    return this.lastDocument ?? undefined;
  }
}

function howToRun(stack: TerraformStack): Pick<DocumentStack, "backend" | "sensitiveVariables"> {
  const [backend, variables] = [documentBackend(stack), sensitiveVariables(stack)];
  return { ...(backend && { backend }), ...(variables.length > 0 && { sensitiveVariables: variables }) };
}
