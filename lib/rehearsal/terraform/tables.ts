/** A link as `GET /links` and `GET /links/{name}` give it. */
export interface LinkAnswer {
  readonly link_name: string;
  readonly source_cluster_id?: string | null;
  readonly destination_cluster_id?: string | null;
  readonly remote_cluster_id?: string | null;
  readonly link_state?: string | null;
  readonly link_error?: string | null;
  readonly link_error_message?: string | null;
  readonly category_counts?: readonly { readonly state_category: string; readonly count: number }[] | null;
}

/** A mirror topic as `GET /links/{name}/mirrors` gives it. */
export interface MirrorAnswer {
  readonly link_name: string;
  readonly mirror_topic_name: string;
  readonly source_topic_name: string;
  readonly mirror_status: string;
  readonly num_partitions: number;
  readonly mirror_lags?: readonly { readonly lag: number }[] | null;
}

const NO_ERROR = "NO_ERROR";
const LINK_COLUMNS = [
  "Name",
  "Source Cluster",
  "Destination Cluster",
  "Remote Cluster",
  "State",
  "Error",
  "Error Message",
];
const MIRROR_COLUMNS = [
  "Link Name",
  "Mirror Topic Name",
  "Source Topic Name",
  "Mirror Status",
  "Partitions",
  "Max Lag",
];

/** The order in which partitions are counted, and where the line breaks. */
const CATEGORIES = [
  ["UNKNOWN", "IN_ERROR"],
  ["ACTIVE", "PAUSED", "PENDING"],
];

const text = (value: string | null | undefined): string => value ?? "";
const errorOf = (link: LinkAnswer): string => (link.link_error === NO_ERROR ? "" : text(link.link_error));

/** The links of a cluster as `confluent kafka link list` shows them. */
export function linkList(links: readonly LinkAnswer[]): string {
  const rows = links.map((link) => [
    link.link_name,
    text(link.source_cluster_id),
    text(link.destination_cluster_id),
    text(link.remote_cluster_id),
    text(link.link_state),
    errorOf(link),
    text(link.link_error_message),
  ]);
  return ruledTable(LINK_COLUMNS, rows);
}

/** The mirror topics of a link, in the same form. */
export function mirrorList(mirrors: readonly MirrorAnswer[]): string {
  const rows = mirrors.map((mirror) => [
    mirror.link_name,
    mirror.mirror_topic_name,
    mirror.source_topic_name,
    mirror.mirror_status,
    String(mirror.num_partitions),
    String(Math.max(0, ...(mirror.mirror_lags ?? []).map(({ lag }) => lag))),
  ]);
  return ruledTable(MIRROR_COLUMNS, rows);
}

/** One link as `confluent kafka link describe` shows it: partitions are counted where the data arrives. */
export function linkDescription(link: LinkAnswer): string {
  const error = errorOf(link);
  const counts = new Map((link.category_counts ?? []).map(({ state_category, count }) => [state_category, count]));
  const counted = CATEGORIES.map((line) =>
    line.map((category) => `${category}: ${counts.get(category) ?? 0}`).join(", "),
  );
  const rows: [string, string][] = [
    ["Name", link.link_name],
    ["Source Cluster", text(link.source_cluster_id)],
    ["Destination Cluster", text(link.destination_cluster_id)],
    ["Remote Cluster", text(link.remote_cluster_id)],
    ["State", text(link.link_state)],
    ...(error === "" ? [] : ([["Error", error]] satisfies [string, string][])),
    ...(text(link.link_error_message) === ""
      ? []
      : ([["Error Message", text(link.link_error_message)]] satisfies [string, string][])),
    ...(link.category_counts
      ? ([["Mirror Partition States Count", counted.join(",\n")]] satisfies [string, string][])
      : []),
  ];
  return framedTable(rows);
}

/** A header over a rule, columns parted by bars, and two blanks at both edges. */
function ruledTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: readonly string[], align: (cell: string, width: number) => string): string =>
    ` ${widths.map((width, i) => ` ${align(cells[i] ?? "", width)} `).join("|")}`.trimEnd();
  const last = widths.length - 1;
  const rule = widths.map((width, i) => "-".repeat(width + 2 + (i === 0 ? 1 : 0) + (i === last ? 1 : 0))).join("+");
  return [line(columns, centred), rule, ...rows.map((row) => line(row, (cell, width) => cell.padEnd(width)))].join(
    "\n",
  );
}

function centred(cell: string, width: number): string {
  return cell.padStart(cell.length + Math.floor((width - cell.length) / 2)).padEnd(width);
}

/** Names and values in a frame. */
function framedTable(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.flatMap(([name, value]) =>
    value.split("\n").map((part, i) => [i === 0 ? name : "", part] as const),
  );
  const [names, values] = [0, 1].map((i) => Math.max(...lines.map((line) => (line[i] as string).length))) as [
    number,
    number,
  ];
  const rule = `+${"-".repeat(names + 2)}+${"-".repeat(values + 2)}+`;
  return [rule, ...lines.map(([name, value]) => `| ${name.padEnd(names)} | ${value.padEnd(values)} |`), rule].join(
    "\n",
  );
}
