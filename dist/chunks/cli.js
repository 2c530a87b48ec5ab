import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as describeDiskError } from "./cli-commands-action-check.js";
import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
/**
* Has Node keep it in the user's own cache folder. Nothing is kept, and nothing is said, where that folder lies in a repository or
* below the working directory (a checkout may hold such files), where others may write to it, where it cannot be made, or on a
* CI machine, whose folders may come from a cache that a pull request filled.
*/
function keepCompiled({ env, cwd, enable }) {
	if (isSet(env["CI"])) return;
	try {
		const folder = join(cacheFolder(env), "spec-gate", "compiled");
		if (!isApart(folder, cwd)) return;
		mkdirSync(folder, {
			recursive: true,
			mode: 448
		});
		const real = realpathSync(folder);
		if (isApart(real, cwd) && isOwn(real)) enable(real);
	} catch {}
}
/** As the XDG base directories have it, or as each system does. */
function cacheFolder(env) {
	const named = env["XDG_CACHE_HOME"] ?? "";
	if (isAbsolute(named)) return named;
	if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
	if (process.platform === "win32") return env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local");
	return join(homedir(), ".cache");
}
function isSet(value) {
	return value !== void 0 && value !== "" && value !== "false" && value !== "0";
}
/** Whether no repository and not the working directory holds the folder. */
function isApart(folder, cwd) {
	const way = relative(cwd, folder);
	if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return false;
	for (let above = folder; above !== dirname(above); above = dirname(above)) if (existsSync(join(above, ".git"))) return false;
	return true;
}
/** Windows keeps a user's folders by other means than an owner and a mode. */
function isOwn(folder) {
	const { uid, mode } = statSync(folder);
	return process.geteuid === void 0 || uid === process.geteuid() && (mode & 18) === 0;
}
/** From now on such output ends the process, or is let go, as the exit codes promise. */
function exitWithoutReader() {
	for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
		if (error.code === "EPIPE") return;
		const says = describeDiskError({
			code: error.code,
			path: "the output"
		});
		if (stream === process.stdout && says !== void 0) process.stderr.write(`${says}\n`);
		process.exit(says === void 0 ? EXIT.bug : EXIT.usage);
	});
}
/** Major and minor; the same as `engines` in package.json. */
const LEAST = [20, 20];
/** What to tell; undefined where this Node will do. `version`: `18.20.8`. */
function describeOldNode(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [leastMajor, leastMinor] = LEAST;
	if (major > leastMajor || major === leastMajor && minor >= leastMinor) return void 0;
	return `spec-gate needs Node ${LEAST.join(".")} or newer (22 or newer to ask models); this is ${version}\n`;
}
export { exitWithoutReader as n, keepCompiled as r, describeOldNode as t };
