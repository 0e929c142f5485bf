import { settings } from "./cases/settings";
import { describeRules } from "./support/case";

describeRules(settings);
