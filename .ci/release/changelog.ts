/** What CHANGELOG.md says of a version. */
export interface ChangelogSection {
  readonly title: string;
  readonly text: string;
  /** Its part on addresses that moved. */
  readonly addressChanges: string;
  /** Its part on defaults that changed. */
  readonly defaultChanges: string;
}

/** The section of a version; for a dry run, of what is not released yet where the version has none. Throws where there is none. */
export function sectionOf(changelog: string, version: string, dryRun: boolean): ChangelogSection {
  const titles = [`[${version}]`, ...(dryRun ? ["[Unreleased]"] : [])];
  for (const title of titles) {
    const text = partOf(changelog, "##", title);
    if (text === undefined || text.trim() === "") continue;
    return {
      title,
      text: text.trim(),
      addressChanges: required(text, version, "Address changes"),
      defaultChanges: required(text, version, "Defaults changed"),
    };
  }
  throw new Error(`CHANGELOG.md has no section "## [${version}]".`);
}

function required(text: string, version: string, title: string): string {
  const part = partOf(text, "###", title)?.trim() ?? "";
  if (part === "") throw new Error(`CHANGELOG.md has no "### ${title}" in the section of ${version}; "None." will do.`);
  return part;
}

/** What stands below a heading, up to the next one of its rank. */
function partOf(text: string, rank: string, title: string): string | undefined {
  const lines = text.split("\n");
  const begin = lines.findIndex((line) => line === `${rank} ${title}` || line.startsWith(`${rank} ${title} `));
  if (begin < 0) return undefined;
  const rest = lines.slice(begin + 1);
  const end = rest.findIndex((line) => line.startsWith(`${rank} `));
  return rest.slice(0, end < 0 ? undefined : end).join("\n");
}
