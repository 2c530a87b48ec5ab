import { nn as require_dist } from "./stats-check.js";
export default require_dist();
export {};
