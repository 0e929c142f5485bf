import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { run } from "../../lib/cli/run";

const PAGE = readFileSync(join(resolve(__dirname, "../.."), "docs/commands.md"), "utf8");

it.each([["explain"], ["status"], ["failover"], ["adopt"], ["check-plan"]])(
  "the page has the usage of %s",
  async (command) => {
    const { text } = await run([command, "--help"], {});
    expect(PAGE).toContain(`## ${command}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
  },
);
