/** What goes wrong with a request. */
export interface RequestFault {
  /** Only requests to this cluster, or to the control plane with `cloud`. @default - requests to any */
  readonly on?: string;
  /** @default - any method */
  readonly method?: string;
  /** Text that is in the path. @default - any path */
  readonly path?: string;
  /** Which of the requests from now on that fit: the first is 1. @default 1 */
  readonly nth?: number;
  /** How many requests in a row from there. @default 1 */
  readonly times?: number;
  /** HTTP status of an answer in place of the work. @default - the work is done */
  readonly status?: number;
  /** Text of that answer. @default - says that it is a fault */
  readonly message?: string;
  /** Milliseconds of virtual time by which the answer comes late. @default 0 */
  readonly delayMs?: number;
  /** Cuts the connection after the work was done, in place of an answer. @default false */
  readonly cut?: boolean;
}

interface Pending {
  readonly fault: RequestFault;
  seen: number;
}

/** Faults that wait for their request. */
export class RequestFaults {
  #pending: Pending[] = [];

  public add(fault: RequestFault): void {
    this.#pending.push({ fault, seen: 0 });
  }

  public clear(): void {
    this.#pending = [];
  }

  /** What happens to this request. Faults that have had their turns are forgotten. */
  public meet(on: string, method: string, path: string): RequestFault | undefined {
    let met: RequestFault | undefined;
    for (const pending of this.#pending) {
      const { fault } = pending;
      if (!fits(fault, on, method, path)) continue;
      pending.seen++;
      if (pending.seen >= (fault.nth ?? 1)) met ??= fault;
    }
    this.#pending = this.#pending.filter(({ fault, seen }) => seen < (fault.nth ?? 1) + (fault.times ?? 1) - 1);
    return met;
  }
}

function fits(fault: RequestFault, on: string, method: string, path: string): boolean {
  if (fault.on !== undefined && fault.on !== on) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return fault.path === undefined || path.includes(fault.path);
}
