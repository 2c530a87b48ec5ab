export { t as runBankStatsCommand } from "./stats.js";
