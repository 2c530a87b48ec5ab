// Builds dist/: unminified ESM with stable file names and no source maps, the same bytes on every machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ChunkingContext, defineConfig, type Plugin } from 'rolldown';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Emits a file of licences: name, version, licence and its text for every package whose code is in the bundle. */
function licenses(fileName = 'LICENSES.txt'): Plugin {
  return {
    name: 'licenses',
    generateBundle(_options, bundle) {
      const roots = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const root = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/'))?.[0];
          if (root !== undefined && existsSync(join(root, 'package.json'))) roots.add(root);
        }
      }
      const entries = new Map([...roots].map((root) => licenseOf(root)));
      const text = [...entries.keys()]
        .sort((a, b) => (a < b ? -1 : 1))
        .map((name) => entries.get(name)!)
        .join('\n---\n\n');
      this.emitFile({ type: 'asset', fileName, source: text });
    },
  };
}

function licenseOf(root: string): [string, string] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(root).find((name) => /^(licen[sc]e|copying)/i.test(name));
  const text = file === undefined ? '(no licence file in the package)' : readFileSync(join(root, file), 'utf8').trim();
  const title = `${manifest.name}@${manifest.version} (${manifest.license ?? 'unknown'})`;
  return [title, `${title}\n\n${text.replaceAll('\r\n', '\n')}\n`];
}

/**
 * Where a program or a command begins, by the name that its parts of dist/ get. What exactly the same of them import in the end is one
 * file: a check loads fifty then instead of a hundred and thirty. Each that is named here parts the files further, so that it loads
 * little that only others need; those that are not named load some of that.
 */
const ROOTS = {
  cli: ['src/cli.ts'],
  commands: ['src/command-line.ts'],
  action: ['src/action.ts', 'src/post.ts'],
  schema: ['src/bank/commands/schema.ts'],
  merge: ['src/gate/commands/merge.ts'],
  compare: ['src/compare/command.ts'],
  diff: ['src/gate/commands/diff.ts'],
  accept: ['src/gate/commands/accept.ts'],
  report: ['src/gate/commands/report.ts'],
  bank: ['src/bank/commands/stats.ts', 'src/bank/commands/import.ts'],
  ask: ['src/bank/commands/score.ts', 'src/init/command.ts', 'src/gate/commands/seed.ts'],
  check: ['src/gate/commands/check.ts'],
};

/** The name of the file that a module goes to; null leaves it to rolldown. */
function fileOf(id: string, context: ChunkingContext): string | null {
  if (context.getModuleInfo(id)?.isEntry === true) return null;
  const names = Object.entries(ROOTS).flatMap(([name, roots]) =>
    roots.some((root) => reachedFrom(resolve(root), context).has(id)) ? [name] : [],
  );
  return names.length === 0 ? null : names.join('-');
}

const reached = new Map<string, ReadonlySet<string>>();

/** The modules that a module imports, and those that they import; what is imported only when it is used is not among them. */
function reachedFrom(root: string, context: ChunkingContext): ReadonlySet<string> {
  const known = reached.get(root);
  if (known !== undefined) return known;
  const found = new Set([root]);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  reached.set(root, found);
  return found;
}

const program = defineConfig({
  input: {
    cli: 'src/cli.ts',
    action: 'src/action.ts',
    post: 'src/post.ts',
    'parquet-worker': 'src/io/parquet/parquet-worker.ts',
  },
  // Nobody imports from them.
  preserveEntrySignatures: false,
  platform: 'node',
  plugins: [licenses()],
  // No comments with module paths: they would differ where node_modules lies elsewhere.
  experimental: { attachDebugInfo: 'none' },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    comments: { legal: true },
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'by what starts', name: fileOf }] },
  },
});

/** What runs in the report's page, in one small file: it travels inside every report. */
const page = defineConfig({
  input: { page: 'src/report/explorer/browser/main.ts' },
  platform: 'browser',
  plugins: [licenses('page-LICENSES.txt')],
  experimental: { attachDebugInfo: 'none' },
  output: { dir: 'dist', format: 'iife', entryFileNames: 'page.js', minify: true, comments: { legal: false } },
});

export default [program, page];
