import type { Clock, Timeline } from "../clock/clock";
import { PerRequestClock } from "../clock/per-request-clock";
import { Cloud, type ExistingCluster, type Pace } from "./cloud";
import {
  adoptKey,
  cloudAdminKey,
  grantClusterAdmin,
  grantToAccount,
  type AdoptedKey,
  type KeyPair,
} from "./control/grants";
import { ADMIN_PATH, admin } from "./rest/admin/surface";
import { controlPlane } from "./rest/control-plane-surface";
import { Endpoints, listenFor } from "./rest/endpoints";
import { Faults } from "./rest/faults";
import type { Listener } from "./rest/listener";
import { RequestFaults } from "./rest/request-faults";
import { RequestLog, type LoggedRequest } from "./rest/request-log";
import { stateDump } from "./rest/admin/state-dump";

/** A cluster that the emulator has from the beginning. */
export type ClusterDescription = ExistingCluster;

/** What the emulated cloud has from the beginning, and how its time passes. */
export interface EmulatorOptions {
  /** Clusters that are there from the beginning. @default - no clusters */
  readonly clusters?: readonly ClusterDescription[];
  /** Drives time. @default - a {@link PerRequestClock} */
  readonly clock?: (timeline: Timeline) => Clock;
  /** Decides the order of what happens at the same moment, and ids. @default 1 */
  readonly seed?: number;
  /** Id of the organization, as resource names have it. @default - an id made from the seed */
  readonly organizationId?: string | undefined;
  /** How fast links work. @default - as the cloud does by default */
  readonly pace?: Partial<Pace>;
  /** Where new clusters say that they are: at a host name as in the cloud, or at their URL on this machine. @default "names" */
  readonly newEndpoints?: "names" | "urls";
  /** Port of control plane and admin path. @default - one that is free */
  readonly port?: number;
}

/** Where the control plane is for those who do not say otherwise. */
const CONTROL_PLANE = "https://api.confluent.cloud";
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * An emulated Confluent Cloud that is called over HTTP, on this machine alone.
 *
 * @see `docs/rehearsal.md`
 */
export class Emulator {
  /** What there is, and what can happen to it. */
  public readonly cloud: Cloud;
  /** Virtual time. */
  public readonly clock: Clock;
  /** Faults to be had: what is unreachable, slow or refused. */
  public readonly faults: Faults;
  readonly #endpoints: Endpoints;
  readonly #control: Listener;
  readonly #log = new RequestLog();

  private constructor({ clock, seed, pace, organizationId, newEndpoints }: EmulatorOptions) {
    this.cloud = new Cloud({ seed, pace, organizationId });
    this.clock = clock === undefined ? new PerRequestClock(this.cloud) : clock(this.cloud);
    const requestFaults = new RequestFaults();
    const house = { clock: this.clock, log: this.#log, requestFaults };
    this.#endpoints = new Endpoints(this.cloud, house, newEndpoints === "urls");
    this.faults = new Faults(this.cloud, this.#endpoints, requestFaults);
    const adminContext = {
      cloud: this.cloud,
      clock: this.clock,
      faults: this.faults,
      endpoints: this.#endpoints,
      log: this.#log,
    };
    this.#control = listenFor(house, {
      name: "cloud",
      surface: controlPlane(this.cloud, this.#endpoints),
      aside: { path: ADMIN_PATH, surface: admin(adminContext) },
    });
  }

  /** Starts an emulator with these clusters. */
  public static async start(options: EmulatorOptions = {}): Promise<Emulator> {
    const emulator = new Emulator(options);
    try {
      await emulator.#control.open(options.port);
      for (const description of options.clusters ?? []) await emulator.addCluster(description);
    } catch (error) {
      await emulator.stop();
      throw error;
    }
    return emulator;
  }

  /** URL of the control plane. The admin path is below it, at `/emulator`. */
  public get url(): string {
    return this.#control.url;
  }

  /** URL of a cluster's REST endpoint on this machine. */
  public restUrl(clusterId: string): string {
    const url = this.#endpoints.url(clusterId);
    if (url === undefined) throw new Error(`There is no cluster ${JSON.stringify(clusterId)}.`);
    return url;
  }

  /** URL on this machine for an endpoint as users write it, or `undefined` where the emulator has none. */
  public resolve(endpoint: string): string | undefined {
    const wanted = originOf(endpoint);
    if (wanted === undefined) return undefined;
    if (LOOPBACK.includes(wanted.hostname)) return endpoint;
    if (wanted.origin === CONTROL_PLANE) return this.url;
    for (const { id, restEndpoint } of this.cloud.state.clusters.values()) {
      if (originOf(restEndpoint)?.origin === wanted.origin) return this.#endpoints.url(id);
    }
    return undefined;
  }

  /** Adds a cluster that exists already. Gives back the URL of its REST endpoint on this machine. */
  public async addCluster(description: ClusterDescription): Promise<string> {
    const { id } = this.cloud.addCluster(description);
    return this.#endpoints.open(id);
  }

  /** What was asked so far, in the order of the answers. */
  public get requests(): readonly LoggedRequest[] {
    return this.#log.entries;
  }

  /** Exceptions behind answers with status 500: faults of the emulator itself. */
  public get failures(): readonly unknown[] {
    return this.#log.failures;
  }

  /** The state as JSON, secrets covered. */
  public dump(): unknown {
    return stateDump(this.cloud.state);
  }

  /** A key of a cluster whose owner may do everything there. */
  public grantAll(clusterId: string): KeyPair {
    return grantClusterAdmin(this.cloud, clusterId);
  }

  /** Lets an account that exists already, by its id, do everything on a cluster. */
  public grantToAccount(accountId: string, clusterId: string): void {
    grantToAccount(this.cloud, accountId, clusterId);
  }

  /** A Cloud key whose owner may do everything in the organization. */
  public cloudAdminKey(): KeyPair {
    return cloudAdminKey(this.cloud);
  }

  /** Lets a given key and secret work, by default with every right on its cluster. */
  public adoptKey(key: AdoptedKey): KeyPair {
    return adoptKey(this.cloud, key);
  }

  /** Ends everything at once: listeners, connections, waits. */
  public async stop(): Promise<void> {
    this.clock.stop();
    await Promise.all([this.#control.stop(), this.#endpoints.stop()]);
  }
}

function originOf(endpoint: string): URL | undefined {
  return URL.canParse(endpoint) ? new URL(endpoint) : undefined;
}
