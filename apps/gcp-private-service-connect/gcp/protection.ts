import type { TerraformResourceLifecycle } from "cdktf";

/** What makes Terraform refuse plans that destroy a resource, when that is wanted. */
export const protect = (wanted: boolean): { lifecycle?: TerraformResourceLifecycle } =>
  wanted ? { lifecycle: { preventDestroy: true } } : {};
