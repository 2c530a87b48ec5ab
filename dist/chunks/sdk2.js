export { t as Anthropic } from "./sdk.js";
