import { a as DEFAULT_BANK } from "./resolve-models.js";
import { t as UserError } from "./errors.js";
import { t as openSource } from "./import-files.js";
import { i as loadConfig, o as loadSpec } from "./load-project.js";
import { s as streamBank } from "./light-bank.js";
import { t as loadSpecFile } from "./spec-file.js";
import { basename, dirname, relative, resolve } from "node:path";
import { existsSync } from "node:fs";
/**
* The bank that is meant, as people call it from where they are: the one given, else the config's, else where banks usually lie.
* @throws UserError for a config that cannot be read.
*/
async function bankNameOf({ given, config }, { cwd }) {
	if (given !== void 0) return given;
	const found = await findConfig(config, cwd);
	if (found === void 0) return DEFAULT_BANK;
	return relative(cwd, resolve(cwd, dirname(config), found.bank)).replaceAll("\\", "/");
}
async function findConfig(file, cwd) {
	const path = resolve(cwd, file);
	if (!existsSync(path)) return void 0;
	return loadConfig({
		kind: "worktree",
		root: dirname(path)
	}, basename(path));
}
/** Hands over one scenario of a bank of any size after another. @throws UserError with every problem of its lines. */
async function readBankFile(file, context, keep) {
	const path = resolve(context.cwd, file);
	if (!/^https?:/.test(file) && !existsSync(path)) throw new UserError({
		message: "there is no such bank",
		place: { file },
		hint: "spec-gate bank import FILE begins one with queries of yours"
	});
	const source = await openSource(path, globalThis.fetch);
	try {
		await streamBank({
			...source,
			name: file
		}, keep);
	} finally {
		await source.close();
	}
}
/** The spec file, read as the config says where there is one; without it the config's spec; undefined without either. */
async function findSpec(options, context) {
	const configPath = resolve(context.cwd, options.config);
	const source = {
		kind: "worktree",
		root: dirname(configPath)
	};
	const configFile = basename(configPath);
	const config = await findConfig(options.config, context.cwd);
	if (options.spec !== void 0) return loadSpecFile(resolve(context.cwd, options.spec), {
		cwd: context.cwd,
		clauses: config?.clauses ?? "headings"
	});
	return config === void 0 ? void 0 : loadSpec(source, {
		configFile,
		config
	});
}
/** As `findSpec`, for a command that cannot do without. @throws UserError naming both ways to give one. */
async function requireSpec(options, context) {
	const spec = await findSpec(options, context);
	if (spec !== void 0) return spec;
	throw new UserError({
		message: `there is no ${options.config} that names a spec`,
		hint: "Name the spec with --spec, or the config with --config."
	});
}
export { requireSpec as i, findSpec as n, readBankFile as r, bankNameOf as t };
