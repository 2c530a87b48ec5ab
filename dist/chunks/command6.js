export { n as runDoctorCommand } from "./command5.js";
