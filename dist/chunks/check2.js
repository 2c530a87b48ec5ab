export { t as runCheckCommand } from "./check.js";
