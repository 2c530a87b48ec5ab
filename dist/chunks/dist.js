import { lt as require_dist } from "./ref-bank-ask-check.js";
export default require_dist();
export {};
