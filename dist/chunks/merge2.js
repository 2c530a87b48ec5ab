export { t as runMergeCommand } from "./merge.js";
