export { n as runDoctorCommand } from "./doctor.js";
