/** Labels of a Google Cloud resource. */
export type Labels = Record<string, string>;
