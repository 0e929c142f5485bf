import { afterEach, describe, expect, it } from "vitest";
import { TIMED_OUT, type Activity, type Clock, type Timeline } from "../../../lib/rehearsal/clock/clock";
import { ManualClock } from "../../../lib/rehearsal/clock/manual-clock";
import { PerRequestClock } from "../../../lib/rehearsal/clock/per-request-clock";
import { RealClock } from "../../../lib/rehearsal/clock/real-clock";

const MINUTE = 60_000;
const never = new Promise<never>(() => undefined);

class Timetable implements Timeline {
  public readonly moments: number[] = [];

  public advanceTo(now: number): void {
    this.moments.push(now);
  }
}

const clocks: Clock[] = [];
const timetable = new Timetable();

function started<T extends Clock>(clock: T): T {
  clocks.push(clock);
  return clock;
}

afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
  timetable.moments.length = 0;
});

/** Waits as often as told and notes when each wait was over. */
const waits =
  (...lengths: readonly number[]) =>
  async (clock: Clock): Promise<number[]> =>
    clock.during(async (activity) => {
      const ends: number[] = [];
      for (const length of lengths) {
        await activity.wait(length);
        ends.push(clock.now);
      }
      return ends;
    });

describe("a manual clock", () => {
  it("lets time pass only when told, and then everybody go on whose moment has come", async () => {
    const clock = started(new ManualClock(timetable));
    const over: string[] = [];
    const done = Promise.all([
      waits(MINUTE)(clock).then(() => over.push("a minute")),
      waits(1_000)(clock).then(() => over.push("a second")),
    ]);
    clock.requested();
    expect(clock.now).toBe(0);
    clock.advance(999);
    await Promise.resolve();
    expect(over).toEqual([]);
    clock.advance(MINUTE);
    await done;
    expect(over).toEqual(["a second", "a minute"]);
    expect(timetable.moments).toEqual([999, MINUTE + 999]);
  });

  it("ends what it waits for elsewhere when the time is over", async () => {
    const clock = started(new ManualClock(timetable));
    const late = clock.during(async (activity) => activity.within(5_000, never));
    const early = clock.during(async (activity) => activity.within(5_000, Promise.resolve("answer")));
    await expect(early).resolves.toBe("answer");
    clock.advance(5_000);
    await expect(late).resolves.toBe(TIMED_OUT);
  });
});

describe("a clock that moves by requests", () => {
  it("takes a little time for each request", () => {
    const clock = started(new PerRequestClock(timetable, { requestMs: 30 }));
    clock.requested();
    clock.requested();
    clock.advance(40);
    expect(timetable.moments).toEqual([30, 60, 100]);
  });

  it("jumps to the next moment when everybody waits, so that waits side by side count once", async () => {
    const clock = started(new PerRequestClock(timetable));
    const ends = await Promise.all([waits(2_000, MINUTE)(clock), waits(2_000, MINUTE)(clock), waits(5_000)(clock)]);
    expect(ends).toEqual([[2_000, MINUTE + 2_000], [2_000, MINUTE + 2_000], [5_000]]);
    expect(timetable.moments).toEqual([2_000, 5_000, MINUTE + 2_000]);
  });

  it("does not jump while somebody works", async () => {
    const clock = started(new PerRequestClock(timetable, { quietMs: 1 }));
    let finish = (): void => undefined;
    const work = clock.during(async () => new Promise<void>((resolve) => (finish = resolve)));
    const wait = waits(MINUTE)(clock);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now).toBe(0);
    finish();
    await Promise.all([work, wait]);
    expect(clock.now).toBe(MINUTE);
  });

  it("does not wait for what waits for something elsewhere, and ends that in its time", async () => {
    const clock = started(new PerRequestClock(timetable));
    const hanging = clock.during(async (activity) => activity.within(4 * MINUTE, never));
    expect(await waits(MINUTE)(clock)).toEqual([MINUTE]);
    await expect(hanging).resolves.toBe(TIMED_OUT);
    expect(clock.now).toBe(4 * MINUTE);
  });

  it("gives on what failed elsewhere", async () => {
    const clock = started(new PerRequestClock(timetable));
    const failing = clock.during(async (activity) => activity.within(MINUTE, Promise.reject(new Error("refused"))));
    await expect(failing).rejects.toThrow("refused");
    expect(clock.now).toBe(0);
  });

  it("counts work that failed as over", async () => {
    const clock = started(new PerRequestClock(timetable));
    await expect(clock.during(async () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await waits(MINUTE)(clock)).toEqual([MINUTE]);
  });

  it("lets everybody go on when it is stopped, also who waits afterwards", async () => {
    const clock = started(new PerRequestClock(timetable, { quietMs: 100_000 }));
    const wait = waits(MINUTE)(clock);
    clock.stop();
    await wait;
    await waits(MINUTE)(clock);
    expect(timetable.moments).toEqual([]);
  });

  it("waits longer while fewer wait than before, so that stragglers count with the others", async () => {
    const clock = started(new PerRequestClock(timetable, { quietMs: 1, gatheringMs: 2_000 }));
    const straggler = async (afterMs: number): Promise<number[]> => {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      return waits(MINUTE)(clock);
    };
    await Promise.all(Array.from({ length: 10 }, async (_, i) => straggler(i * 10)));
    expect(timetable.moments).toEqual([MINUTE]);
  });

  it("does not wait for nothing", async () => {
    const clock = started(new PerRequestClock(timetable));
    expect(await waits(0)(clock)).toEqual([0]);
  });
});

describe("a clock on the wall", () => {
  const fast = (): RealClock => started(new RealClock(timetable, { speed: 100 }));

  it("lets time pass, by a multiple", async () => {
    const clock = fast();
    const [end] = await waits(5_000)(clock);
    expect(end).toBeGreaterThanOrEqual(4_700);
    clock.requested();
    expect(timetable.moments[timetable.moments.length - 1]).toBeGreaterThanOrEqual(4_700);
  });

  it("ends what it waits for elsewhere", async () => {
    const clock = fast();
    const within = async (elsewhere: Promise<unknown>): Promise<unknown> =>
      clock.during(async (activity: Activity) => activity.within(2_000, elsewhere));
    await expect(within(never)).resolves.toBe(TIMED_OUT);
    await expect(within(Promise.resolve("answer"))).resolves.toBe("answer");
  });

  it("lets everybody go on when it is stopped", async () => {
    const clock = started(new RealClock(timetable));
    const wait = waits(60 * MINUTE)(clock);
    clock.stop();
    await wait;
    expect(clock.now).toBeLessThan(MINUTE);
  });
});
