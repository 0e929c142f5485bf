import type { Timeline } from "../clock/clock";
import { Agenda } from "./agenda";
import { randomFrom, randomId, type Random } from "./random";
import type { Cluster, CloudState } from "./state";

/** How fast links work. */
export interface Pace {
  /** Milliseconds between two fetches of a mirror topic that lags. @default 500 */
  readonly fetchMs: number;
  /** Records of one partition that a fetch brings at most. @default 1000 */
  readonly fetchRecords: number;
  /** Milliseconds that a new mirror topic is PENDING_MIRROR. @default 1000 */
  readonly mirrorStartMs: number;
  /** Milliseconds that a mirror topic is PENDING_STOPPED at least. @default 5000 */
  readonly stopMs: number;
  /** Milliseconds between two looks of a link at the cluster at its other end. @default 1000 */
  readonly contactMs: number;
}

export const DEFAULT_PACE: Pace = {
  fetchMs: 500,
  fetchRecords: 1000,
  mirrorStartMs: 1000,
  stopMs: 5000,
  contactMs: 1000,
};

export interface CloudOptions {
  /** Decides the order of what happens at the same moment, and ids. @default 1 */
  readonly seed?: number | undefined;
  /** @default - an id made from the seed */
  readonly organizationId?: string | undefined;
  /** @default - {@link DEFAULT_PACE} */
  readonly pace?: Partial<Pace> | undefined;
}

/** A cluster that exists already. */
export type ExistingCluster = Pick<
  Cluster,
  "id" | "access" | "kind" | "cloud" | "region" | "restEndpoint" | "bootstrapEndpoint"
> & {
  /** @default - the id */
  readonly name?: string;
  readonly networkId?: string;
  /** @default "env-existing" */
  readonly environmentId?: string;
  /** @default 1 for Dedicated */
  readonly cku?: number;
  /** @default "SINGLE_ZONE" */
  readonly availability?: string;
};

const EXISTING_ENVIRONMENT = "env-existing";

/** An emulated Confluent Cloud. It has no timers: whoever drives it says what time it is. */
export class Cloud implements Timeline {
  public readonly state: CloudState;
  public readonly agenda: Agenda;
  public readonly pace: Pace;
  /** Source of everything that is arbitrary. */
  public readonly random: Random;

  public constructor({ seed = 1, organizationId, pace = {} }: CloudOptions = {}) {
    this.random = randomFrom(seed);
    this.agenda = new Agenda(randomFrom(seed ^ 0x5eed));
    this.pace = { ...DEFAULT_PACE, ...pace };
    this.state = {
      now: 0,
      organizationId: organizationId ?? `org-${randomId(this.random, 12).toLowerCase()}`,
      environments: new Map(),
      networks: new Map(),
      privateLinkAccesses: new Map(),
      clusters: new Map(),
      serviceAccounts: new Map(),
      roleBindings: new Map(),
      apiKeys: new Map(),
    };
  }

  public advanceTo(now: number): void {
    const { agenda, state } = this;
    for (let next = agenda.next; next !== undefined && next <= now; next = agenda.next) {
      state.now = Math.max(state.now, next);
      agenda.runNext();
    }
    state.now = Math.max(state.now, now);
  }

  /** Lets something happen after this many milliseconds. */
  public after(milliseconds: number, run: () => void): void {
    this.agenda.at(this.state.now + milliseconds, run);
  }

  /** Adds a cluster that exists and works, and its environment and network where they are new. */
  public addCluster(description: ExistingCluster): Cluster {
    const { id, access, kind, cloud, region, restEndpoint, bootstrapEndpoint, networkId } = description;
    const { name = id, environmentId = EXISTING_ENVIRONMENT, availability = "SINGLE_ZONE" } = description;
    const { clusters, environments, networks } = this.state;
    if (clusters.has(id)) throw new Error(`There is a cluster ${JSON.stringify(id)} already.`);
    if (!environments.has(environmentId)) {
      environments.set(environmentId, {
        id: environmentId,
        displayName: environmentId,
        streamGovernancePackage: undefined,
      });
    }
    if (networkId !== undefined && !networks.has(networkId)) {
      networks.set(networkId, {
        id: networkId,
        environmentId,
        displayName: networkId,
        cloud,
        region,
        reachability: "reachable",
      });
    }
    const cluster: Cluster = {
      id,
      displayName: name,
      environmentId,
      kind,
      access,
      cloud,
      region,
      networkId,
      restEndpoint,
      bootstrapEndpoint,
      availability,
      cku: description.cku ?? (kind === "Dedicated" ? 1 : undefined),
      phase: "PROVISIONED",
      reachability: "reachable",
      topics: new Map(),
      groups: new Map(),
      acls: [],
      links: new Map(),
    };
    clusters.set(id, cluster);
    return cluster;
  }
}
