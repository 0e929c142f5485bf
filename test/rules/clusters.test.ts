import { clusters } from "./cases/clusters";
import { describeRules } from "./support/case";

describeRules(clusters);
