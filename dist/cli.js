#!/usr/bin/env node
import { n as exitWithoutReader, r as keepCompiled, t as describeOldNode } from "./chunks/cli.js";
import { t as EXIT } from "./chunks/cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as readPackageVersion } from "./chunks/cli-commands-check.js";
import module from "node:module";
import { fileURLToPath } from "node:url";
exitWithoutReader();
const tooOld = describeOldNode(process.versions.node);
const given = process.argv.slice(2);
if (given.length === 1 && (given[0] === "--version" || given[0] === "-V")) process.stdout.write(`${readPackageVersion()}\n`);
else if (tooOld !== void 0) {
	process.stderr.write(tooOld);
	process.exitCode = EXIT.usage;
} else {
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
