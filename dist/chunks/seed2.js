export { t as runSeedCommand } from "./seed3.js";
