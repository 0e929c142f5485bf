import { ApiError } from "../api-error";
import type { Answer } from "./route";
import { ControlPlaneError } from "../control-plane-error";
import { RequestRefusal } from "./refusal";

/** How a listener answers somebody whom it refuses. */
export type RefusalWords = (error: unknown) => Answer;

/** Longest text of an error body, in characters: a refused name may be very long. */
const LONGEST = 1_000;

const CONTROL_PLANE_CODES: Readonly<Record<number, string>> = {
  400: "invalid_request",
  401: "unauthorized",
  403: "forbidden_access",
  404: "resource_not_found",
  409: "conflict",
  413: "request_entity_too_large",
  500: "internal_server_error",
  501: "not_implemented",
};

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

interface Refused {
  readonly status: number;
  readonly code: number | string | undefined;
  readonly message: string;
}

function refused(error: unknown): Refused {
  if (error instanceof ApiError || error instanceof ControlPlaneError) return error;
  if (error instanceof RequestRefusal) return { status: error.status, code: undefined, message: error.message };
  return { status: 500, code: undefined, message: "Internal Server Error" };
}

/** `{"error_code", "message"}`: where the reason has no number of its own, the HTTP status is the code. */
export const dataPlaneWords: RefusalWords = (error) => {
  const { status, code, message } = refused(error);
  return { status, body: { error_code: typeof code === "number" ? code : status, message: shortened(message) } };
};

/** `{"errors": […]}` with one entry. */
export const controlPlaneWords: RefusalWords = (error) => {
  const { status, code, message } = refused(error);
  return {
    status,
    body: {
      errors: [
        {
          id: crypto.randomUUID().replaceAll("-", ""),
          status: String(status),
          code: typeof code === "string" ? code : (CONTROL_PLANE_CODES[status] ?? "error"),
          detail: shortened(message),
          source: {},
        },
      ],
    },
  };
};
