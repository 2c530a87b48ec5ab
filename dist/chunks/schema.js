export { t as runBankSchemaCommand } from "./schema2.js";
