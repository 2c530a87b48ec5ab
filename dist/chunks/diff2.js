export { t as runDiffCommand } from "./diff.js";
