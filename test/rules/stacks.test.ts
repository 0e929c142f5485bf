import { stackRules } from "./cases/stacks";
import { describeRules } from "./support/case";

describeRules(stackRules);
