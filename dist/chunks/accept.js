export { t as runAcceptCommand } from "./accept2.js";
