export { t as loadSpecAtRef } from "./spec-at-ref2.js";
