import { LATER } from "./later";
import { showWrongCases } from "./suite";

showWrongCases("What goes wrong in what comes after", LATER);
