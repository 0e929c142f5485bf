import { typeRules } from "./cases/types";
import { describeRules } from "./support/case";

describeRules(typeRules);
