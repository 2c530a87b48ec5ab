export { n as runNightlyCommand } from "./nightly.js";
