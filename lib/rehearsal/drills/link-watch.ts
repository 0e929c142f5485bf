import type { Cloud } from "../cloud/cloud";
import type { LinkState } from "../cloud/state";

const LOOK_MS = 1_000;

/** A state of a half of a link that was seen. */
export interface SeenState {
  readonly at: number;
  readonly cluster: string;
  readonly link: string;
  readonly state: LinkState;
  readonly error: string;
}

/** Looks at every half of every link once a second of virtual time, and remembers what was wrong. */
export class LinkWatch {
  readonly #cloud: Cloud;
  readonly #troubles: SeenState[] = [];
  #looks = 0;

  public constructor(cloud: Cloud) {
    this.#cloud = cloud;
    this.#look();
  }

  /** How often was looked. */
  public get looks(): number {
    return this.#looks;
  }

  /** What was wrong since a moment. */
  public troublesSince(at: number): readonly SeenState[] {
    return this.#troubles.filter((seen) => seen.at >= at);
  }

  #look(): void {
    this.#looks++;
    const { state: cloud } = this.#cloud;
    for (const { id, links } of cloud.clusters.values()) {
      for (const { name, state, error } of links.values()) {
        if (state === "ACTIVE" && error === "NO_ERROR") continue;
        this.#troubles.push({ at: cloud.now, cluster: id, link: name, state, error });
      }
    }
    this.#cloud.after(LOOK_MS, () => this.#look());
  }
}
