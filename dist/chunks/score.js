export { v as runBankScoreCommand } from "./ask.js";
