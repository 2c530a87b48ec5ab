export { t as runCommandLine } from "./commands.js";
