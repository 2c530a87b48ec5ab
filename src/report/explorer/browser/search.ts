// Full text search over what the list holds.
import MiniSearch from 'minisearch';
import type { ExplorerData } from '../explorer-data.ts';

/** The places of the scenarios that hold all the words, typed in full or begun; undefined where there are no words. */
export type Search = (words: string) => ReadonlySet<number> | undefined;

/** Built at the first search: a page that nobody searches does not pay for an index. */
export function createSearch(data: ExplorerData): Search {
  let index: MiniSearch | undefined;
  return (words) => {
    if (words.trim() === '') return undefined;
    index ??= buildIndex(data);
    const found = index.search(words, { prefix: true, combineWith: 'AND' });
    return new Set(found.map(({ id }) => id as number));
  };
}

function buildIndex(data: ExplorerData): MiniSearch {
  const index = new MiniSearch({ fields: ['asked', 'about', 'answers'] });
  index.addAll(
    data.scenarios.map(({ id, asked, values, clauses, topics, answers }, place) => ({
      id: place,
      asked: asked === undefined ? '' : data.texts[asked],
      about: [id, ...(values ?? []), ...clauses, ...topics].join(' '),
      answers: [...new Set(answers.flatMap(({ base, head }) => [base?.text, head?.text]))]
        .map((text) => (text === undefined ? '' : data.texts[text]))
        .join(' '),
    })),
  );
  return index;
}
