import type { DataSourceHandler, Values } from "../resource";
import { attempt } from "./failures";
import { listAll } from "./listing";
import { onlyOneNamed } from "./named";
import { controlPlane } from "./rest";
import { checkExactlyOne } from "./validation";
import { textAt } from "./values";

interface Kind<Answer> {
  readonly type: string;
  /** What errors call it. */
  readonly title: string;
  /** Where all of them are listed. */
  readonly list: string;
  readonly path: (id: string, environmentId: string) => string;
  readonly state: (answer: Answer) => Values;
}

interface Named {
  readonly spec?: { readonly display_name?: string | undefined } | undefined;
}

/** A data source of the networking API: by id, or by name in the list of an environment. */
export function networkingData<Answer extends Named>(kind: Kind<Answer>): DataSourceHandler {
  const { type, title, list, path, state } = kind;
  return {
    type,
    validate: (config) => checkExactlyOne(config, ["display_name", "id"]),
    async read(config, context) {
      const rest = controlPlane(context);
      const [id, name] = [textAt(config, "id"), textAt(config, "display_name")];
      const environmentId = textAt(config, "environment", "id");
      const found = await attempt(`error reading ${title} "${id === "" ? name : id}"`, async () => {
        if (id !== "") return (await rest.get(path(id, environmentId))) as Answer;
        const all = (await listAll(rest, list, { environment: environmentId })) as readonly Answer[];
        return onlyOneNamed(name, all, ({ spec }) => spec?.display_name);
      });
      return { ...config, ...state(found) };
    },
  };
}
