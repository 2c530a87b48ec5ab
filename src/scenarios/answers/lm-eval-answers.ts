// Answers from lm-eval's samples (`lm_eval --log_samples`): a row for each document and way of reading what was generated.
import { whereDefined } from '../../core/where-defined.ts';
import { findColumn, SCENARIO_COLUMNS } from '../rows/column-names.ts';
import { askedText, type AnswerReader, type RecordedAnswer } from './answer-columns.ts';

type Fields = Readonly<Record<string, unknown>>;

const COLUMNS = ['doc_id', 'doc', 'arguments', 'resps', 'filter'];

/** Undefined for rows that are none of lm-eval's samples. The model is in none of these: all answers are one's. */
export function lmEvalReader(columns: readonly string[]): AnswerReader | undefined {
  if (!COLUMNS.every((column) => columns.includes(column))) return undefined;
  let filter: unknown;
  return {
    used: COLUMNS,
    isFailed: () => false,
    read: (fields) => {
      // Of an answer that is read in several ways each has a row, with the same answer in it.
      filter ??= fields['filter'];
      return fields['filter'] === filter ? answersIn(fields) : [];
    },
  };
}

/**
 * `resps` has a list for each request of the document: what is generated has one, with an answer for each repetition, and what is only
 * weighed (log-likelihoods) has no text in it.
 */
function answersIn({ doc, arguments: requests, resps }: Fields): readonly RecordedAnswer[] {
  const said: unknown = Array.isArray(resps) && resps.length === 1 ? (resps as readonly unknown[])[0] : undefined;
  if (!Array.isArray(said)) return [];
  const about = { ...documentIn(doc), ...promptIn(requests) };
  const asked = askedOf(about);
  return said.flatMap((text: unknown, index) =>
    typeof text === 'string'
      ? [{ ...whereDefined({ scenario: about.scenario, asked }), draw: String(index + 1), text }]
      : [],
  );
}

interface About {
  readonly scenario?: string;
  /** The document's own question or messages; the prompt may show others before it. */
  readonly question?: unknown;
  readonly prompt?: unknown;
}

function documentIn(doc: unknown): About {
  if (typeof doc !== 'object' || doc === null) return {};
  const fields = doc as Fields;
  const names = Object.keys(fields);
  const cell = (columns: readonly string[]): unknown => {
    const found = findColumn(names, columns);
    return found === undefined ? undefined : fields[found];
  };
  const id = cell(['scenario', ...SCENARIO_COLUMNS.id]);
  return {
    ...((typeof id === 'string' || typeof id === 'number') && { scenario: String(id) }),
    question: cell(SCENARIO_COLUMNS.query) ?? cell(SCENARIO_COLUMNS.messages),
  };
}

function promptIn(requests: unknown): About {
  const first = Object.values(Object(requests) as Fields)[0];
  return { prompt: (Object(first) as Fields)['arg_0'] };
}

function askedOf({ question, prompt }: About): string | undefined {
  return askedText(question) ?? askedText(messagesIn(prompt));
}

/** Under a chat template for APIs the prompt is the messages, as a text. */
function messagesIn(prompt: unknown): unknown {
  if (typeof prompt !== 'string' || !prompt.startsWith('[{')) return prompt;
  try {
    return JSON.parse(prompt) as unknown;
  } catch {
    return prompt;
  }
}
