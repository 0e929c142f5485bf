import type { DrillReport, Sample } from "./report";

const WIDTH = 960;
const HEIGHT = 260;
const LEFT = 60;
const RIGHT = 20;
const TOP = 50;
const BOTTOM = 40;
/** How many points a line has at most. */
const POINTS = 600;

/** The timeline as SVG: records on both ends of the chain over virtual time, the steps, and what happened. */
export function timeline({ samples, marks, steps, ends }: DrillReport): string {
  const end = Math.max(1, ...steps.map(({ to }) => to));
  const most = samples.reduce((max, { first, last }) => Math.max(max, first, last), 1);
  const x = (at: number): string => (LEFT + (at / end) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const y = (records: number): string => (HEIGHT - BOTTOM - (records / most) * (HEIGHT - TOP - BOTTOM)).toFixed(1);
  const line = (of: (sample: Sample) => number): string =>
    thinned(samples)
      .map((sample) => `${x(sample.at)},${y(of(sample))}`)
      .join(" ");
  const bands = steps.map(({ title, from, to }, i) => {
    const width = Math.max(0, Number(x(to)) - Number(x(from))).toFixed(1);
    return `<rect class="band${i % 2}" x="${x(from)}" y="${TOP}" width="${width}" height="${HEIGHT - TOP - BOTTOM}"><title>${i + 1}. ${escaped(title)}</title></rect>`;
  });
  const signs = marks.map(
    ({ at, text }, i) =>
      `<line class="mark" x1="${x(at)}" y1="${TOP - 14}" x2="${x(at)}" y2="${HEIGHT - BOTTOM}"/><text class="sign" x="${x(at)}" y="${TOP - 18 - (i % 2) * 14}">${escaped(text)}</text>`,
  );
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Records over virtual time">`,
    ...bands,
    ...signs,
    `<polyline class="first" points="${line(({ first }) => first)}"/>`,
    `<polyline class="last" points="${line(({ last }) => last)}"/>`,
    `<text x="${LEFT - 6}" y="${y(most)}" text-anchor="end">${most}</text>`,
    `<text x="${LEFT - 6}" y="${y(0)}" text-anchor="end">0</text>`,
    `<text x="${LEFT}" y="${HEIGHT - 8}">0 min</text>`,
    `<text x="${WIDTH - RIGHT}" y="${HEIGHT - 8}" text-anchor="end">${(end / 60_000).toFixed(1)} min</text>`,
    `<text class="first" x="${WIDTH / 2 - 10}" y="${HEIGHT - 8}" text-anchor="end">records on ${escaped(ends.first)}</text>`,
    `<text class="last" x="${WIDTH / 2 + 10}" y="${HEIGHT - 8}">records on ${escaped(ends.last)}</text>`,
    "</svg>",
  ].join("\n");
}

function thinned(samples: readonly Sample[]): readonly Sample[] {
  const every = Math.ceil(samples.length / POINTS);
  return samples.filter((_, i) => i % every === 0 || i === samples.length - 1);
}

/** A text that is no markup. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
