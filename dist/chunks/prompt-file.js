export { t as readPromptFile } from "./prompt-file2.js";
