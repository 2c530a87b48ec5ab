// A clause's lines as its writers are shown them: as the file has them, without what its page hides.
import { replaceInvisible } from '../core/invisible-text.ts';
import type { Clause } from '../spec/clause.ts';
import { hiddenIn } from '../spec/shown/shown-clause.ts';

/**
 * Each line stays one, with its number: a comment over several leaves them empty. White space by which the file's
 * format wraps and indents a comment is ignored.
 */
export function showLines(lines: readonly string[], clause: Clause): readonly string[] {
  const comments = hiddenIn(clause).comments.map((comment) => comment.trim().split(/\s+/).map(escape).join('\\s+'));
  const source = lines.join('\n');
  const shown =
    comments.length === 0
      ? source
      : source.replaceAll(new RegExp(comments.join('|'), 'g'), (comment) => comment.replaceAll(/[^\n]+/g, ''));
  return replaceInvisible(shown, '').text.split('\n');
}

/** Node 20 has no RegExp.escape. */
function escape(word: string): string {
  return word.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&');
}
