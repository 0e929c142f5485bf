import { isKnown, type Maybe } from "../model/maybe";

const NONE: readonly string[] = [];

/** Addresses of the mirror topics that fill one cluster, by the names of the topics there. */
export class MirrorsBefore {
  private readonly byName = new Map<string, string[]>();
  private readonly unnamed: string[] = [];

  public add(name: Maybe<string>, address: string): void {
    if (!isKnown(name)) this.unnamed.push(address);
    else this.byName.set(name, [...(this.byName.get(name) ?? []), address]);
  }

  /** Those that may fill a topic: by its name, and those whose names only Terraform knows. */
  public of(topic: Maybe<string>): readonly string[] {
    if (!isKnown(topic)) return [...this.byName.values(), this.unnamed].flat();
    const named = this.byName.get(topic) ?? NONE;
    return this.unnamed.length > 0 ? [...named, ...this.unnamed] : named;
  }
}
