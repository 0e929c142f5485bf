import type { Runbook } from "../structure";
import type { RunbookTopology } from "../topology";
import { afterSection } from "./after";
import { deploySection } from "./deploy";
import { drillSection } from "./drill";
import { failbackSection } from "./failback";
import { guideSection } from "./guide";
import { halfDeletedSections } from "./half-deleted";
import { LIMITS } from "./limits";
import { outageSections } from "./outage";
import { plannedSwitchSection } from "./planned-switch";
import { prepareSection } from "./prepare";
import { rotationSection } from "./rotation";
import { troubleSections } from "./trouble";
import { turnRoundSections } from "./turn-round";
import { verifySection } from "./verify";

/** Everything that there is to do in the life of a topology, step by step. */
export function runbookOf(topology: RunbookTopology): Runbook {
  const { chains } = topology;
  return {
    sections: [
      prepareSection(topology),
      deploySection(topology),
      verifySection(topology),
      drillSection(topology),
      ...chains.map((chain) => plannedSwitchSection(topology, chain)),
      ...chains.flatMap((chain) => turnRoundSections(topology, chain)),
      ...chains.flatMap((chain) => [...outageSections(topology, chain), ...halfDeletedSections(topology, chain)]),
      ...chains.map((chain) => afterSection(topology, chain)),
      ...chains.map((chain) => failbackSection(topology, chain)),
      rotationSection(topology),
      ...troubleSections(topology),
      LIMITS,
      guideSection(topology),
    ],
  };
}
