import { REFUSED } from "./refused";
import { showWrongCases } from "./suite";

showWrongCases("What Terraform, the provider or the API refuses", REFUSED);
