import { createHash } from "node:crypto";

const TERRAFORM_NAME_PART = /^[A-Za-z0-9_-]+$/;
const LONGEST_NAME_PART = 200;

/**
 * The part of a Terraform block name that stands for a topic: the name itself where Terraform allows it, else its legal
 * characters and a short hash of the name.
 */
export function blockNamePart(name: string): string {
  if (TERRAFORM_NAME_PART.test(name) && name.length <= LONGEST_NAME_PART) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `${name.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, LONGEST_NAME_PART)}_${hash}`;
}

/** An id for a construct that stands for a name. Different names have different ids. */
export function constructId(name: string): string {
  return `${blockNamePart(name)}-${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
}
