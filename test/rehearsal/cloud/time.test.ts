import { describe, expect, it } from "vitest";
import { Agenda } from "../../../lib/rehearsal/cloud/agenda";
import { DATA_PLANE_BEHAVIOURS } from "../../../lib/rehearsal/cloud/behaviours";
import { Cloud } from "../../../lib/rehearsal/cloud/cloud";
import { createMirror, failOverMirrors } from "../../../lib/rehearsal/cloud/mirrors";
import { randomFrom, randomId } from "../../../lib/rehearsal/cloud/random";
import { produce } from "../../../lib/rehearsal/cloud/records";
import { alterTopicConfigs, createTopic } from "../../../lib/rehearsal/cloud/topics";
import { DR, JUMP, MINUTE, SECOND, legTwo, pass, statusOf, threeClusters } from "./world";

describe("the agenda", () => {
  it("lets things happen in the order of their time", () => {
    const agenda = new Agenda(randomFrom(1));
    const random = randomFrom(7);
    const moments = Array.from({ length: 500 }, () => Math.floor(random() * 100));
    const happened: number[] = [];
    for (const moment of moments) agenda.at(moment, () => happened.push(moment));
    expect([agenda.size, agenda.next]).toEqual([500, Math.min(...moments)]);
    while (agenda.next !== undefined) agenda.runNext();
    agenda.runNext();
    expect(happened).toEqual([...moments].sort((a, b) => a - b));
    expect([agenda.size, agenda.processed]).toEqual([0, 500]);
  });

  it("shuffles what is due at once, as the seed says", () => {
    const order = (seed: number): string => {
      const cloud = new Cloud({ seed });
      let happened = "";
      for (const name of "abcdef") cloud.after(10, () => (happened += name));
      cloud.advanceTo(10);
      return happened;
    };
    expect(order(3)).toBe(order(3));
    expect(order(3)).not.toBe(order(4));
    expect([...order(3)].sort().join("")).toBe("abcdef");
  });
});

describe("time", () => {
  it("is, in an event, that of the event, and never goes back", () => {
    const cloud = new Cloud();
    const seen: number[] = [];
    cloud.after(10, () => {
      seen.push(cloud.state.now);
      cloud.after(5, () => seen.push(cloud.state.now));
    });
    cloud.advanceTo(100);
    expect(seen).toEqual([10, 15]);
    cloud.advanceTo(50);
    expect(cloud.state.now).toBe(100);
  });

  it("makes the same ids of the same seed", () => {
    expect(new Cloud({ seed: 5 }).state.organizationId).toBe(new Cloud({ seed: 5 }).state.organizationId);
    expect(new Cloud({ seed: 5 }).state.organizationId).not.toBe(new Cloud({ seed: 6 }).state.organizationId);
    expect(randomId(randomFrom(1), 8)).toMatch(/^[A-Za-z0-9]{8}$/);
  });
});

describe("5,000 mirror topics", () => {
  const names = Array.from({ length: 5000 }, (_, index) => `topic-${index}`);

  function many(): Cloud {
    const cloud = threeClusters();
    for (const name of names) createTopic(cloud, JUMP, { name, partitions: 1 });
    legTwo(cloud);
    for (const sourceTopic of names) createMirror(cloud, DR, "jump-to-dr", { sourceTopic });
    pass(cloud, MINUTE);
    return cloud;
  }

  function eventsDuring(cloud: Cloud, act: () => void): number {
    const before = cloud.agenda.processed;
    act();
    return cloud.agenda.processed - before;
  }

  it("cost nothing while nothing happens: in ten minutes one look of the link a second", () => {
    const cloud = many();
    expect(cloud.agenda.size).toBe(1);
    expect(eventsDuring(cloud, () => pass(cloud, 10 * MINUTE))).toBe(600);
    expect(eventsDuring(cloud, () => pass(cloud, 500))).toBe(0);
  });

  it("a record or a setting of one of them is work for that one alone", () => {
    const cloud = many();
    const events = eventsDuring(cloud, () => {
      produce(cloud, JUMP, "topic-7", { value: "x" });
      produce(cloud, JUMP, "topic-7", { value: "y" });
      alterTopicConfigs(cloud, JUMP, "topic-8", [{ name: "retention.ms", value: "5" }]);
      pass(cloud, 10 * SECOND);
    });
    expect(events).toBe(10 + 1 + 1);
  });

  it("fail over together", () => {
    const cloud = many();
    expect(failOverMirrors(cloud, DR, "jump-to-dr", names).every(({ errorCode }) => errorCode === null)).toBe(true);
    pass(cloud, 2 * SECOND);
    expect(new Set(names.map((name) => statusOf(cloud, DR, name)))).toEqual(new Set(["PENDING_STOPPED"]));
    pass(cloud, 6 * SECOND);
    expect(new Set(names.map((name) => statusOf(cloud, DR, name)))).toEqual(new Set(["STOPPED"]));
  });
});

describe("the list of behaviours", () => {
  it("says everything once", () => {
    const texts = DATA_PLANE_BEHAVIOURS.map(({ what }) => what);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.every((text) => /^[A-Za-z].*\.$/s.test(text))).toBe(true);
  });
});
