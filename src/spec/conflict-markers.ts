// The marks that a merge leaves where it could not decide: what stands between them is two texts, and no spec.
import { closesFence, parseFence, type FenceMarker } from './line-shapes.ts';

/** How prompts of coding agents show an edit: the same marks, around what to look for and what to put there. */
const EDIT_BLOCK = /^<{7} (?:SEARCH|ORIGINAL)\s*$/;

/**
 * The line (from 1) at which the first unresolved conflict begins, or undefined. The three marks in their order make one; in
 * fenced code they may be an example.
 */
export function findConflict(text: string): number | undefined {
  let fence: FenceMarker | undefined;
  let begun: number | undefined;
  let isParted = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (fence !== undefined) {
      if (closesFence(line, fence)) fence = undefined;
      continue;
    }
    if (EDIT_BLOCK.test(line)) begun = undefined;
    else if (line.startsWith('<<<<<<< ')) [begun, isParted] = [index + 1, false];
    else if (line === '=======') isParted = begun !== undefined;
    else if (isParted && line.startsWith('>>>>>>> ')) return begun;
    else fence = parseFence(line);
  }
  return undefined;
}
