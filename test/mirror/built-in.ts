import type { TerraformStack } from "cdktf";
import { stackWithProvider } from "../link/clusters";
import { synthToJson, type Json } from "../support/synth";

const META = ["//", "lifecycle", "depends_on", "provider", "for_each"];

/**
 * A stack in which every resource is a `terraform_data` named by type and name, whose input is what the resource would be given: Terraform
 * itself judges expressions, `moved`, `removed` and `import`.
 */
export function withBuiltInResources(build: (stack: TerraformStack) => void): Json {
  const { stacks } = synthToJson((app) => build(stackWithProvider(app, "leg")));
  const { resource, variable, locals, moved, removed, import: imports } = stacks["leg"];
  const renamed = Object.entries(resource).flatMap(([type, blocks]) =>
    Object.entries(blocks as Json).map(([name, block]) => {
      const { lifecycle = {}, depends_on, for_each } = block as Json;
      const input = Object.fromEntries(Object.entries(block as Json).filter(([member]) => !META.includes(member)));
      const { ignore_changes, ...rest } = lifecycle;
      const ignored = ignore_changes === undefined ? {} : { ignore_changes: ["input"] };
      return [`${type}-${name}`, { input, lifecycle: { ...rest, ...ignored }, depends_on, for_each }] as const;
    }),
  );
  const configuration = {
    resource: { terraform_data: Object.fromEntries(renamed) },
    variable,
    locals,
    moved,
    removed,
    import: imports,
  };
  const text = JSON.stringify(configuration);
  return JSON.parse(text.replace(/"(confluent_\w+)\.([\w-]+)(\[each\.key\])?"/g, '"terraform_data.$1-$2$3"'));
}
