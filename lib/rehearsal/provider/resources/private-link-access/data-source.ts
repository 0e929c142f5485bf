import type { DataSourceHandler } from "../../resource";
import { attempt } from "../failures";
import { listAll } from "../listing";
import { onlyOneNamed } from "../named";
import { controlPlane } from "../rest";
import { checkExactlyOne } from "../validation";
import { textAt } from "../values";
import { ACCESSES, accessPath, accessState, type AccessAnswer } from "./answer";

/** Data source `confluent_private_link_access`: by id, or by name in the list of an environment. */
export const privateLinkAccessData: DataSourceHandler = {
  type: "confluent_private_link_access",

  validate: (config) => checkExactlyOne(config, ["display_name", "id"]),

  async read(config, context) {
    const rest = controlPlane(context);
    const [id, name] = [textAt(config, "id"), textAt(config, "display_name")];
    const environmentId = textAt(config, "environment", "id");
    if (id !== "") {
      const path = accessPath(id, environmentId);
      const found = await attempt(`error reading Private Link Access "${id}"`, async () => rest.get(path));
      return { ...config, ...accessState(found as AccessAnswer) };
    }
    return attempt(`error reading Private Link Access "${name}"`, async () => {
      const all = (await listAll(rest, ACCESSES, { environment: environmentId })) as readonly AccessAnswer[];
      return { ...config, ...accessState(onlyOneNamed(name, all, ({ spec }) => spec?.display_name)) };
    });
  },
};
