import { t as parseValues } from "./parse-values.js";
import { join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
const TAXONOMY = "fixtures/values.yml";
/** Value (lower case) -> category. Empty where the package came without its fixtures: values then stand for themselves. */
async function readValueCategories(packageRoot) {
	const path = join(packageRoot, TAXONOMY);
	if (!existsSync(path)) return /* @__PURE__ */ new Map();
	return categoriesOf({
		file: "values.yml",
		text: readFileSync(path, "utf8")
	});
}
/** @throws UserError for a text that is no taxonomy. */
async function categoriesOf(source) {
	const values = await parseValues(source);
	return new Map(values.map(({ name, category }) => [name.toLowerCase(), category ?? name]));
}
export { readValueCategories as n, categoriesOf as t };
