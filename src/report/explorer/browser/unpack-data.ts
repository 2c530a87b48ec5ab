// Takes the list's data out of the page: base64, gzip, JSON.
import type { ExplorerData } from '../explorer-data.ts';

/** @throws where the page was cut or altered. */
export async function unpackData(packed: string): Promise<ExplorerData> {
  const characters = atob(packed);
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < characters.length; place += 1) bytes[place] = characters.charCodeAt(place);
  const unzipped = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(unzipped).json()) as ExplorerData;
}
