import { expect, it } from "vitest";
import { explain } from "../../lib/cli/explain";
import { parseDocument } from "../../lib/model/document";
import { PrivatePublicPrivate } from "../../lib/topology/private-public-private";
import { DR, JUMP, PRIMARY, stackWithProvider } from "../link/clusters";
import { documentText, outdirOf } from "./documents";

it("a topic that was promoted is live on DR, and is explained so", () => {
  const outdir = outdirOf((app) => {
    new PrivatePublicPrivate({
      primaryToJump: stackWithProvider(app, "primary-to-jump"),
      jumpToDr: stackWithProvider(app, "jump-to-dr"),
      primary: PRIMARY,
      jump: JUMP,
      dr: DR,
      topics: ["orders"],
      keepPromoted: true,
    });
  });
  const { text, arrives } = explain(parseDocument(documentText(outdir)), "orders", { topic: true });
  expect(text).toContain(
    "dr (lkc-3333)       stops at link jump-to-dr: it was promoted there, is live and mirrored no more",
  );
  expect(arrives).toBe(false);
});
