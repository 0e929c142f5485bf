import type { Cloud } from "./cloud";
import { syncAllConfigs } from "./config-sync";
import { noteObstacle } from "./contact-notes";
import { setStatus, wakeMirrorsOn } from "./copying";
import { contactOf } from "./dialling";
import { mirrorsOn, type HostedHalf } from "./halves";
import { RETRY_TIMEOUT_MS } from "./link-settings";
import type { LinkHalf } from "./state";
import { refreshTasks } from "./tasks";

function getsThrough(cloud: Cloud, hosted: HostedHalf): void {
  const { half } = hosted;
  half.lastContact = cloud.state.now;
  if (half.state === "ACTIVE" && half.error === "NO_ERROR") return;
  half.state = "ACTIVE";
  half.error = "NO_ERROR";
  half.errorMessage = "";
  refreshTasks(half);
  for (const topic of mirrorsOn(hosted)) {
    if (topic.mirror.status === "SOURCE_UNAVAILABLE") setStatus(cloud, topic, "ACTIVE");
  }
  wakeMirrorsOn(cloud, hosted);
  syncAllConfigs(cloud, hosted);
}

function isLost(cloud: Cloud, { state, lastContact = -Infinity }: LinkHalf): boolean {
  return state === "ACTIVE" && cloud.state.now - lastContact >= RETRY_TIMEOUT_MS;
}

function giveUp(cloud: Cloud, hosted: HostedHalf): void {
  const { half } = hosted;
  half.state = "UNAVAILABLE";
  refreshTasks(half);
  for (const topic of mirrorsOn(hosted)) {
    const { status } = topic.mirror;
    if (status === "ACTIVE" || status === "PENDING_MIRROR") setStatus(cloud, topic, "SOURCE_UNAVAILABLE");
  }
}

/** Looks whether a half gets through to the other end, and takes the state that follows. */
export function watch(cloud: Cloud, hosted: HostedHalf): void {
  const { obstacle } = contactOf(cloud, hosted);
  if (!obstacle) {
    getsThrough(cloud, hosted);
    return;
  }
  noteObstacle(hosted.half, obstacle);
  if (isLost(cloud, hosted.half)) giveUp(cloud, hosted);
}
