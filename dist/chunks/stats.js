export { t as runBankStatsCommand } from "./bank.js";
