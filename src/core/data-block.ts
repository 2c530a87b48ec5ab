// Untrusted text inside a prompt: JSON between fences that the text itself cannot forge.
import { canonicalJson, sha256, type Json } from './canonical-json.ts';
import { createRecent } from './recent.ts';

/**
 * A labelled block of data for a prompt. The fence is derived from the data's own hash, so the data cannot contain it
 * (that would be a fixed point of SHA-256), and the same data always gives the same prompt and so the same key.
 */
export function dataBlock(label: string, data: Json): string {
  const json = canonicalJson(data);
  const fence = fenceOf(json);
  return `<<<${label} ${fence}\n${json}\n${fence} ${label}>>>`;
}

/** The blocks of a prompt by label; a block whose fence does not match its data is not one. Simulated models read prompts with it. */
export function readDataBlocks(prompt: string): ReadonlyMap<string, Json> {
  const blocks = new Map<string, Json>();
  const lines = prompt.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('<<<')) continue;
    const [, label, fence] = /^<<<([a-z_]+) ([0-9a-f]{16})$/.exec(line) ?? [];
    const json = lines[index + 1];
    if (label === undefined || json === undefined) continue;
    const data = readings(json, () => ({ fence: fenceOf(json), value: undefined }));
    if (fence !== data.fence || lines[index + 2] !== `${fence} ${label}>>>`) continue;
    data.value ??= JSON.parse(json) as Json;
    blocks.set(label, data.value);
  }
  return blocks;
}

/** The same clauses stand in the prompts of thousands of answers. What no fence vouches for is not parsed. */
const readings = createRecent<{ readonly fence: string; value: Json | undefined }>(64);

function fenceOf(json: string): string {
  return sha256(json).slice(0, 16);
}
