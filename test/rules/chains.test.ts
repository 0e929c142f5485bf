import { chainRules } from "./cases/chains";
import { describeRules } from "./support/case";

describeRules(chainRules);
