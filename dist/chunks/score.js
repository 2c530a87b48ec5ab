export { g as runBankScoreCommand } from "./ask.js";
