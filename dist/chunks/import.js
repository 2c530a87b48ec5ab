export { a as runBankImportCommand } from "./bank.js";
