import { linkDescription, linkList, mirrorList, type MirrorAnswer } from "../../lib/rehearsal/terraform/tables";
import type { Deployment } from "../../lib/rehearsal/terraform/deployment";

const MOST_MIRRORS = 20;

/** Links and mirror topics of every cluster, under the commands that show them on Confluent Cloud. */
export async function showLinks({ cloud, document }: Deployment): Promise<void> {
  for (const { name, id } of document.clusters) {
    if (id === null) continue;
    const api = cloud.api(id);
    const links = await api.links();
    show(`On ${name}: confluent kafka link list --cluster ${id}`, linkList(links));
    for (const { link_name, source_cluster_id } of links) {
      // Only the half that receives has anything to tell.
      if (!source_cluster_id) continue;
      const command = `--link ${link_name} --cluster ${id}`;
      show(`On ${name}: confluent kafka link describe ${command}`, linkDescription(await api.link(link_name)));
      show(`On ${name}: confluent kafka mirror list ${command}`, shortened(await api.mirrors(link_name)));
    }
  }
}

function shortened(mirrors: readonly MirrorAnswer[]): string {
  const more = mirrors.length - MOST_MIRRORS;
  return mirrorList(mirrors.slice(0, MOST_MIRRORS)) + (more > 0 ? `\n  ... and ${more} more` : "");
}

const show = (title: string, table: string): void => console.log(`${title}\n${table}\n`);
