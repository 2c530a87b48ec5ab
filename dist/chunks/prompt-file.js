export { n as readPromptFile } from "./ask.js";
