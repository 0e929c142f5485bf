import { filters } from "./cases/filters";
import { describeRules } from "./support/case";

describeRules(filters);
