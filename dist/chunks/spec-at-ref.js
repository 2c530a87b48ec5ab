export { t as loadSpecAtRef } from "./ref.js";
