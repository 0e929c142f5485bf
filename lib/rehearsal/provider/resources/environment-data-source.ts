import type { DataSourceHandler } from "../resource";
import { environmentPath, environmentState, type EnvironmentAnswer } from "./environment";
import { attempt } from "./failures";
import { listAll } from "./listing";
import { controlPlane } from "./rest";
import { checkExactlyOne } from "./validation";
import { textAt } from "./values";
import { onlyOneNamed } from "./named";

/** Data source `confluent_environment`: by id, or by name in the list of all. */
export const environmentData: DataSourceHandler = {
  type: "confluent_environment",

  validate: (config) => checkExactlyOne(config, ["display_name", "id"]),

  async read(config, context) {
    const rest = controlPlane(context);
    const [id, name] = [textAt(config, "id"), textAt(config, "display_name")];
    if (id !== "") {
      const found = await attempt(`error reading Environment "${id}"`, async () => rest.get(environmentPath(id)));
      return { ...config, ...environmentState(found as EnvironmentAnswer) };
    }
    return attempt(`error reading Environment "${name}"`, async () => {
      const all = (await listAll(rest, "/org/v2/environments")) as readonly EnvironmentAnswer[];
      return { ...config, ...environmentState(onlyOneNamed(name, all, ({ display_name }) => display_name)) };
    });
  },
};
