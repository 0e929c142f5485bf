/** Something that Terraform reports of a run with `-json`. */
export interface TerraformEvent {
  /** For example `apply_complete` or `diagnostic`. */
  readonly type: string;
  readonly message: string;
  /** Address of the resource that it is about. */
  readonly address?: string;
  /** `create`, `update`, `delete`, `read`, `noop` … */
  readonly action?: string;
  readonly diagnostic?: TerraformDiagnostic;
}

export interface TerraformDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
}

interface Line {
  readonly type?: string;
  readonly "@message"?: string;
  readonly hook?: { readonly resource?: { readonly addr?: string }; readonly action?: string };
  readonly change?: { readonly resource?: { readonly addr?: string }; readonly action?: string };
  readonly diagnostic?: { severity: "error" | "warning"; summary: string; detail?: string; address?: string };
}

/** The event in a line, or `undefined` where the line has none. */
export function parseEvent(line: string): TerraformEvent | undefined {
  let parsed: Line | null;
  try {
    parsed = JSON.parse(line) as Line | null;
  } catch {
    return undefined;
  }
  if (typeof parsed?.type !== "string") return undefined;
  const { type, hook, change, diagnostic } = parsed;
  const about = hook ?? change;
  return {
    type,
    message: parsed["@message"] ?? "",
    ...(about?.resource?.addr === undefined ? {} : { address: about.resource.addr }),
    ...(about?.action === undefined ? {} : { action: about.action }),
    ...(diagnostic ? { diagnostic: { ...diagnostic, detail: diagnostic.detail ?? "" } } : {}),
  };
}

/** A diagnostic as a person reads it. */
export function describeDiagnostic({ severity, summary, detail, address }: TerraformDiagnostic): string {
  const title = `${severity === "error" ? "Error" : "Warning"}: ${summary}`;
  const where = address === undefined ? [] : [`  with ${address}`];
  return [title, ...where, ...(detail === "" ? [] : [detail])].join("\n");
}
