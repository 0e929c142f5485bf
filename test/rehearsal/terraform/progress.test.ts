import { expect, it } from "vitest";
import { Progress } from "../../../lib/rehearsal/terraform/progress";

const progress = (): { readonly lines: string[]; readonly it: Progress } => {
  const lines: string[] = [];
  return {
    lines,
    it: new Progress(
      () => 12.34,
      (line) => lines.push(line.replace(/^ *[\d.]+ s/, "s")),
    ),
  };
};

it("tells real seconds and virtual minutes", () => {
  const { lines, it: told } = progress();
  told.step("something");
  expect(lines).toEqual(["s   12.3 min  something"]);
  expect(told.seconds).toBeGreaterThan(0);
});

it("tells what Terraform has finished, and of many every hundredth", () => {
  const { lines, it: told } = progress();
  const event = (action: string) => ({ type: "apply_complete", message: "", address: "a.b", action });
  for (const action of ["create", "update", "delete", "read", "odd"]) told.event("one", event(action));
  told.event("one", { type: "apply_start", message: "", address: "a.b" });
  told.event("one", { type: "apply_complete", message: "" });
  expect(lines.map((line) => line.replace(/^.*min {2}/, ""))).toEqual([
    "one: created a.b",
    "one: changed a.b",
    "one: destroyed a.b",
    "one: read a.b",
    "one: odd a.b",
  ]);
  for (let i = 0; i < 195; i++) told.event("one", event("create"));
  expect(told.resources("one")).toBe(200);
  expect(lines).toHaveLength(22);
  expect(lines.slice(-2)).toEqual(["s   12.3 min  one: 100 resources", "s   12.3 min  one: 200 resources"]);
  expect(told.resources("two")).toBe(0);
});
