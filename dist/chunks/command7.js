export { n as runDoctorCommand } from "./command6.js";
