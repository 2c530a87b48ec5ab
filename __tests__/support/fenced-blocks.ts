// The fenced blocks of a Markdown text.

export interface FencedBlock {
  /** The first word after the fence; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** Of the opening fence, counted from 1. */
  readonly line: number;
  /** The text above the block back to the block before it. */
  readonly before: string;
}

/** In order; indented ones (in a list) without their indent. */
export function fencedBlocks(markdown: string): readonly FencedBlock[] {
  const lines = markdown.split('\n');
  const blocks: FencedBlock[] = [];
  let open:
    | { readonly fence: string; readonly indent: number; readonly language: string; readonly line: number }
    | undefined;
  let body: string[] = [];
  let before: string[] = [];
  for (const [index, line] of lines.entries()) {
    const fence = /^( *)(`{3,}|~{3,})\s*(\S*)/.exec(line);
    if (open === undefined) {
      if (fence === null) before.push(line);
      else open = { indent: fence[1]!.length, fence: fence[2]!, language: fence[3]!, line: index + 1 };
    } else if (fence?.[2]?.startsWith(open.fence) === true && fence[3] === '') {
      blocks.push({
        language: open.language,
        line: open.line,
        text: `${body.join('\n')}\n`,
        before: before.join('\n'),
      });
      [open, body, before] = [undefined, [], []];
    } else {
      body.push(line.slice(Math.min(open.indent, line.search(/\S|$/))));
    }
  }
  return blocks;
}
