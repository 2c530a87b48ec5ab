// A name out of somebody's file in a command that people copy.

/** As a shell takes it for one word and nothing else, whatever is in it. */
export function shellWord(text: string): string {
  return /^[\w./:@-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
