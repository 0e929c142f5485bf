import { placementRules } from "./cases/placement";
import { describeRules } from "./support/case";

describeRules(placementRules);
