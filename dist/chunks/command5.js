export { n as runDoctorCommand } from "./command4.js";
