import { ManualClock } from "../../../lib/rehearsal/clock/manual-clock";
import type { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { createApiKey } from "../../../lib/rehearsal/cloud/control/api-keys";
import { cloudAdminKey, type KeyPair } from "../../../lib/rehearsal/cloud/control/grants";
import { controlPlane } from "../../../lib/rehearsal/cloud/rest/control-plane-surface";
import { Endpoints, listenFor } from "../../../lib/rehearsal/cloud/rest/endpoints";
import { RequestFaults } from "../../../lib/rehearsal/cloud/rest/request-faults";
import { RequestLog } from "../../../lib/rehearsal/cloud/rest/request-log";
import { holder } from "./two-clusters";

export interface Reply {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>;

/** A cloud's control plane behind a real port. */
export class Served {
  readonly #base: string;
  readonly #stop: () => Promise<void>;

  private constructor(
    public readonly cloud: Cloud,
    public readonly clock: ManualClock,
    public readonly log: RequestLog,
    /** URL of a cluster's endpoint on this machine, while it has one. */
    public readonly urlOf: (clusterId: string) => string | undefined,
    base: string,
    stop: () => Promise<void>,
  ) {
    this.#base = base;
    this.#stop = stop;
  }

  public static async start(cloud: Cloud): Promise<Served> {
    const clock = new ManualClock(cloud);
    const house = { clock, log: new RequestLog(), requestFaults: new RequestFaults() };
    const endpoints = new Endpoints(cloud, house);
    const surface = controlPlane(cloud, endpoints);
    const listener = listenFor(house, { name: "cloud", surface });
    await listener.open();
    const stop = async (): Promise<void> => {
      await endpoints.stop();
      await listener.stop();
    };
    return new Served(cloud, clock, house.log, (id) => endpoints.url(id), listener.url, stop);
  }

  /** Asks with the key of an OrganizationAdmin. */
  public get admin(): Ask {
    return this.with(cloudAdminKey(this.cloud));
  }

  /** Asks with a Cloud key of somebody with these roles. */
  public as(...bindings: readonly (readonly [role: string, crn: string])[]): Ask {
    const { id } = holder(this.cloud, ...bindings);
    const key = createApiKey(this.cloud.state, { ownerId: id });
    return this.with({ key: key.id, secret: key.secret });
  }

  public with(pair: KeyPair | undefined): Ask {
    const headers: Record<string, string> =
      pair === undefined ? {} : { authorization: `Basic ${btoa(`${pair.key}:${pair.secret}`)}` };
    return async (method, path, body) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const response = await fetch(this.#base + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: text }),
      });
      const answer = await response.text();
      return { status: response.status, body: answer === "" ? undefined : JSON.parse(answer) };
    };
  }

  public async stop(): Promise<void> {
    this.clock.stop();
    await this.#stop();
  }
}
