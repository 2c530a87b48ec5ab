export { t as runBankLinkCommand } from "./link.js";
