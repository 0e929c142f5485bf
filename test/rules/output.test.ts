import { outputRules } from "./cases/output";
import { describeRules } from "./support/case";

describeRules(outputRules);
