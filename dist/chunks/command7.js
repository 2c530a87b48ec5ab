export { t as runInitCommand } from "./ask.js";
