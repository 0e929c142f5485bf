/** The moment on a calendar that virtual time 0 stands for. */
const BEGINNING = Date.UTC(2026, 0, 1);

/** A moment of virtual time as milliseconds since 1970, as the API tells times. */
export function epochMs(now: number): number {
  return BEGINNING + Math.round(now);
}

/** A moment of virtual time as the API writes dates. */
export function isoDate(now: number): string {
  return new Date(epochMs(now)).toISOString();
}
