export { t as runReportCommand } from "./report.js";
