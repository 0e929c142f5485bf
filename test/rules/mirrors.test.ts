import { mirrorRules } from "./cases/mirrors";
import { describeRules } from "./support/case";

describeRules(mirrorRules);
