import { ProviderError } from "../resource";

/** Parts of an import id such as `env-1/n-1`. */
export function networkingImportId(what: string, importId: string): { environmentId: string; id: string } {
  const [environmentId, id, ...more] = importId.split("/");
  if (environmentId === undefined || id === undefined || more.length > 0) {
    throw new ProviderError(`error importing ${what}: invalid format: expected '<environment id>/<id>'`);
  }
  return { environmentId, id };
}
