import { realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import {
  App,
  AzurermBackend,
  CloudBackend,
  GcsBackend,
  LocalBackend,
  NamedCloudWorkspace,
  S3Backend,
  type TerraformStack,
} from "cdktf";
import { declareStateRegion } from "cdktf-cluster-linking";
import type { Backend } from "./topology-file";

type Stacks<S> = { readonly stacks?: { readonly [stack: string]: S | undefined } | undefined };

/** Says where the state of a stack is kept: by default in the app's own folder, wherever synth was started. */
export function addBackend(
  stack: TerraformStack,
  leg: string,
  folder: string,
  backend: Backend = { type: "local" },
): void {
  switch (backend.type) {
    case "local": {
      const { path = `terraform.${leg}.tfstate` } = settingsOf(backend, leg);
      new LocalBackend(stack, { path: fromStackFolder(stack, resolve(folder, path)) });
      return;
    }
    case "s3": {
      const settings = settingsOf(backend, leg);
      new S3Backend(stack, { encrypt: true, key: `${leg}.tfstate`, ...settings });
      return;
    }
    case "azurerm": {
      const { region, ...settings } = settingsOf(backend, leg);
      new AzurermBackend(stack, { key: `${leg}.tfstate`, ...settings });
      declareRegion(stack, region);
      return;
    }
    case "gcs": {
      const { region, ...settings } = settingsOf(backend, leg);
      new GcsBackend(stack, { prefix: leg, ...settings });
      declareRegion(stack, region);
      return;
    }
    case "cloud": {
      const { region, workspace = leg, project, ...settings } = settingsOf(backend, leg);
      new CloudBackend(stack, { ...settings, workspaces: new NamedCloudWorkspace(workspace, project) });
      declareRegion(stack, region);
    }
  }
}

/** What holds for every stack, and over it what holds for this one. */
function settingsOf<S extends object>(backend: S & Stacks<Partial<S>>, leg: string): Omit<S, "type" | "stacks"> {
  const { stacks, type: _, ...common } = backend as S & Stacks<Partial<S>> & { type: string };
  return { ...common, ...stacks?.[leg] };
}

function declareRegion(stack: TerraformStack, region: string | undefined): void {
  if (region !== undefined) declareStateRegion(stack, region);
}

/**
 * The way from where Terraform runs to a file, so that no folder of this machine is in the JSON. Terraform resolves `..` on the real
 * folders, so links in the way to the output directory are resolved too.
 */
function fromStackFolder(stack: TerraformStack, file: string): string {
  const stackFolder = join(realpathSync(App.of(stack).outdir), "stacks", stack.node.id);
  return relative(stackFolder, file).split(sep).join("/");
}
