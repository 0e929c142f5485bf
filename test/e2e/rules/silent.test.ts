import { SILENT } from "./silent";
import { showWrongCases } from "./suite";

showWrongCases("What is applied, and does not do what it should", SILENT);
