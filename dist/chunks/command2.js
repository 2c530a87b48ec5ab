export { n as runNightlyCommand } from "./command.js";
