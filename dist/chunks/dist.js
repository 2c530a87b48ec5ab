import { At as require_dist } from "./bank-ask-check.js";
export default require_dist();
export {};
