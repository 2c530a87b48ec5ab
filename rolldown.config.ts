// Builds dist/: unminified ESM with stable file names and no source maps, the same bytes on every machine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

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

const program = defineConfig({
  input: {
    cli: 'src/cli.ts',
    action: 'src/action.ts',
    post: 'src/post.ts',
    'parquet-worker': 'src/io/parquet/parquet-worker.ts',
  },
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
