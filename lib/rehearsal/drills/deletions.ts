import type { RunbookCluster } from "../../runbook/cluster";
import { deleteTopics as deleteCommand } from "../../runbook/confluent-cli";
import type { Book } from "./book";
import type { Drill } from "./drill";

/** Deletes topics of a cluster that nobody named, where they are there: what the runbook leaves to a look at the cluster. */
export async function deleteTopics(
  drill: Drill,
  cluster: RunbookCluster,
  names: readonly string[],
  book: Book = drill.book,
): Promise<void> {
  const there = drill.rest.topics(cluster.id);
  const found = names.filter((name) => there.has(name));
  if (found.length === 0) return;
  await drill.command(deleteCommand(book.topology, cluster, { names: found, file: undefined }), book);
}
