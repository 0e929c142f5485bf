/** Aborts when somebody ends this process or stops reading what it prints, so that it can end what it started. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => controller.abort(new Error(`Ended by ${name}.`)));
  }
  process.stdout.on("error", (error) => controller.abort(error));
  return controller.signal;
}
