#!/usr/bin/env node
import { n as keepCompiled, t as exitWithoutReader } from "./chunks/cli.js";
import { t as readPackageVersion } from "./chunks/cli-commands-check.js";
import module from "node:module";
import { fileURLToPath } from "node:url";
exitWithoutReader();
const given = process.argv.slice(2);
if (given.length === 1 && (given[0] === "--version" || given[0] === "-V")) process.stdout.write(`${readPackageVersion()}\n`);
else {
	const enable = "enableCompileCache" in module ? module.enableCompileCache : void 0;
	if (enable !== void 0) keepCompiled({
		env: process.env,
		cwd: process.cwd(),
		enable
	});
	const { runCommandLine } = await import("./chunks/command-line.js");
	process.exitCode = await runCommandLine(fileURLToPath(new URL("..", import.meta.url)));
}
export {};
