export interface Interruption {
  /** Aborts when somebody ends this process. */
  readonly signal: AbortSignal;
  /** Listens no more. */
  readonly done: () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Listens to whoever ends this process, so that it can end what it started. */
export function interruption(): Interruption {
  const controller = new AbortController();
  const end = (name: NodeJS.Signals): void => controller.abort(new Error(`Ended by ${name}: nothing is left running.`));
  for (const name of SIGNALS) process.once(name, end);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of SIGNALS) process.removeListener(name, end);
    },
  };
}
