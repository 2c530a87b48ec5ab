// A YAML file as one value: lists of queries, and the test cases of a promptfoo config.
import type { ByteSource } from '../../core/byte-source.ts';
import { readText } from '../../core/byte-source.ts';
import { refuseDeepNesting } from '../../core/deep-nesting.ts';
import { UserError } from '../../core/errors.ts';

/** Written by hand, so never large; in characters. */
const LARGEST = 16 * 1024 * 1024;
/** Copies by `*name`: a few are usual, thousands would multiply. */
const MOST_ALIASES = 1000;

/** @throws UserError with the line and column of what is no YAML. */
export async function readYaml(source: ByteSource): Promise<unknown> {
  let text = '';
  for await (const piece of readText(source)) {
    text += piece;
    if (text.length > LARGEST) {
      const message = `larger than ${LARGEST / 1024 / 1024} MB`;
      throw new UserError({ message, hint: 'Write it as JSON Lines.', place: { file: source.name } });
    }
  }
  refuseDeepNesting({ file: source.name, text });
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map(({ code, message, pos: [start] }) => {
        const { line, col } = lineCounter.linePos(start);
        const isSecond = code === 'MULTIPLE_DOCS';
        const what = isSecond ? 'a second YAML document: put all rows into one list' : message.split('\n', 1)[0]!;
        return { message: what, place: { file: source.name, line, column: col } };
      }),
    );
  }
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new UserError({ message: 'too many aliases (*name)', place: { file: source.name } });
  }
}
