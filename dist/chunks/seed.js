export { i as runSeedCommand } from "./ask.js";
