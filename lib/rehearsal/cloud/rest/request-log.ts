/** A request that the emulator took. */
export interface LoggedRequest {
  /** Milliseconds of virtual time. */
  readonly at: number;
  /** The cluster that was asked, or `cloud` for the control plane. */
  readonly on: string;
  /** HTTP method. */
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Parsed, secrets covered. `undefined` for none; bodies that are no JSON are told by their size. */
  readonly body: unknown;
  /** `undefined` where no answer was sent. */
  readonly status: number | undefined;
}

/** What was asked so far, in the order of the answers. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];
  readonly #failures: unknown[] = [];

  public get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Exceptions behind answers with status 500. */
  public get failures(): readonly unknown[] {
    return this.#failures;
  }

  public add(entry: LoggedRequest): void {
    this.#entries.push(entry);
  }

  public failed(error: unknown): void {
    this.#failures.push(error);
  }

  public clear(): void {
    this.#entries.length = 0;
  }
}
