import { keptRules } from "./cases/kept";
import { describeRules } from "./support/case";

describeRules(keptRules);
