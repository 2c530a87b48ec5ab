import { readFileSync } from "node:fs";
/** Two folders up from here lies the package, from the source and from the built chunks alike. */
function readPackageVersion() {
	const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
	return version;
}
export { readPackageVersion as t };
