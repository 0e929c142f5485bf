import { accessRules } from "./cases/access";
import { describeRules } from "./support/case";

describeRules(accessRules);
