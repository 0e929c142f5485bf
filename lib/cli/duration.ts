/** A time as people read it: `1 min 30 s`. */
export function duration(milliseconds: number): string {
  const units = [
    ["min", 60_000],
    ["s", 1000],
    ["ms", 1],
  ] as const;
  let left = Math.round(milliseconds);
  const parts = units.flatMap(([unit, size]) => {
    const amount = Math.floor(left / size);
    left -= amount * size;
    return amount > 0 ? [`${amount} ${unit}`] : [];
  });
  return parts.length > 0 ? parts.join(" ") : "0 s";
}
