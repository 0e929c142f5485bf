import type { Obstacle } from "./dialling";
import type { LinkHalf } from "./state";

/** Notes on a half that nobody gets through. The link's state changes later, when it stays so. */
export function noteObstacle(half: LinkHalf, { error, message }: Obstacle): void {
  half.error = error;
  half.errorMessage = message;
}
