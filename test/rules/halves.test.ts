import { halvesRules } from "./cases/halves";
import { describeRules } from "./support/case";

describeRules(halvesRules);
