import "./metrics.js";
export {};
