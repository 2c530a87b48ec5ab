// How the list's data travels inside the page: compressed, in characters that no parser of HTML takes for markup.
import { gzipSync } from 'node:zlib';
import type { ExplorerData } from './explorer-data.ts';

/** JSON, gzip, base64. */
export function packData(data: ExplorerData): string {
  return gzipSync(JSON.stringify(data), { level: 9 }).toString('base64');
}
