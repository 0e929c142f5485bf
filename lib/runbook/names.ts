import type { DocumentCluster } from "../model/document";

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "cluster" : slug;
}

/** A short name of each cluster, for files and placeholders; no two are the same. */
export function clusterSlugs(clusters: readonly DocumentCluster[]): string[] {
  const taken = new Set<string>();
  return clusters.map(({ name }) => {
    const slug = slugOf(name);
    let unique = slug;
    for (let i = 2; taken.has(unique); i++) unique = `${slug}-${i}`;
    taken.add(unique);
    return unique;
  });
}

export const clusterPlaceholder = (slug: string): string => `<${slug}-cluster-id>`;

export const linkPlaceholder = (source: string, destination: string): string => `<link-${source}-to-${destination}>`;

/** What a half's bootstrap endpoint is called before somebody looked it up. */
export const bootstrapPlaceholder = (slug: string): string =>
  `<${slug.toUpperCase().replaceAll("-", "_")}_BOOTSTRAP_URL>:9092`;

/** A text that can be the name of a file, on every system. */
export function fileName(text: string): string {
  const name = text.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "");
  return name === "" ? "link" : name;
}
