export { o as decompressZstd } from "./src.js";
