export { t as runCompareCommand } from "./compare.js";
