import type { DataSourceHandler } from "../resource";
import type { EnvironmentAnswer } from "./environment";
import { attempt } from "./failures";
import { controlPlane } from "./rest";

/** Data source `confluent_organization`: taken from the name of the first environment. */
export const organizationData: DataSourceHandler = {
  type: "confluent_organization",

  read: async (config, context) =>
    attempt("error reading Environments", async () => {
      const list = (await controlPlane(context).get("/org/v2/environments")) as {
        readonly data?: readonly EnvironmentAnswer[];
      };
      const first = list.data?.[0];
      if (first === undefined) throw new Error("no environments were found");
      const name = first.metadata?.resource_name ?? "";
      const end = name.lastIndexOf("/environment=");
      const resourceName = name.slice(0, Math.max(end, 0));
      const id = /\/organization=([^/]+)/.exec(resourceName)?.[1];
      if (id === undefined) throw new Error(`no organization in "${name}"`);
      return { ...config, id, resource_name: resourceName };
    }),
};
