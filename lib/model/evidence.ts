/** What a statement about Confluent Cloud, its provider or Terraform rests on. */
export const EVIDENCE = {
  run: "run on the real provider, or on Terraform and cdktf themselves",
  specification: "API specification",
  documentation: "documentation or public issues of Confluent's projects",
  inferred: "follows from the others; nobody has seen it",
  own: "this library's own rule",
} as const;

/** Key of {@link EVIDENCE}. */
export type Evidence = keyof typeof EVIDENCE;
