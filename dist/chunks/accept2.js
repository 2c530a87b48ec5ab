export { t as runAcceptCommand } from "./accept.js";
