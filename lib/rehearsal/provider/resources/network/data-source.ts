import type { DataSourceHandler } from "../../resource";
import { attempt } from "../failures";
import { listAll } from "../listing";
import { onlyOneNamed } from "../named";
import { controlPlane } from "../rest";
import { checkExactlyOne } from "../validation";
import { textAt } from "../values";
import { NETWORKS, networkPath, type NetworkAnswer } from "./answer";
import { networkState } from "./state";

/** Data source `confluent_network`: by id, or by name in the list of an environment. */
export const networkData: DataSourceHandler = {
  type: "confluent_network",

  validate: (config) => checkExactlyOne(config, ["display_name", "id"]),

  async read(config, context) {
    const rest = controlPlane(context);
    const [id, name] = [textAt(config, "id"), textAt(config, "display_name")];
    const environmentId = textAt(config, "environment", "id");
    if (id !== "") {
      const path = networkPath(id, environmentId);
      const found = await attempt(`error reading Network "${id}"`, async () => rest.get(path));
      return { ...config, ...networkState(found as NetworkAnswer) };
    }
    return attempt(`error reading Network "${name}"`, async () => {
      const all = (await listAll(rest, NETWORKS, { environment: environmentId })) as readonly NetworkAnswer[];
      return { ...config, ...networkState(onlyOneNamed(name, all, ({ spec }) => spec?.display_name)) };
    });
  },
};
