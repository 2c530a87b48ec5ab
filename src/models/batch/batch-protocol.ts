// What a vendor's batches are to the rest of the program: bodies go in under ids, and come back in any order, or not at all.
import type { Fetch, Transport } from '../transport/transport.ts';

export interface BatchItem {
  /** At most 64 letters and digits: what both vendors take as `custom_id`. */
  readonly id: string;
  /** As it would be sent alone. */
  readonly body: object;
}

export type BatchState =
  | { readonly status: 'working' }
  /**
   * `files`: the files that hold its results, where the vendor keeps them in files. `why`: the reason where the batch
   * did nothing at all.
   */
  | { readonly status: 'over'; readonly files: readonly string[]; readonly why?: string };

export type BatchResult =
  | { readonly id: string; readonly status: 'answered'; readonly body: unknown }
  /** Refused, with what a single request would have been refused with. */
  | { readonly id: string; readonly status: 'refused'; readonly code: number; readonly body: unknown }
  /** The batch expired or was cancelled before this request was begun: it was not answered and is not billed. */
  | { readonly id: string; readonly status: 'unasked' };

export interface BatchServer {
  readonly baseUrl: string;
  readonly transport: Transport;
}

export interface BatchProtocol {
  /** Gives the batch's id. All items are for one model. @throws CallError */
  submit(items: readonly BatchItem[], signal: AbortSignal): Promise<string>;
  state(batch: string, signal: AbortSignal): Promise<BatchState>;
  results(batch: string, files: readonly string[], signal: AbortSignal): Promise<readonly BatchResult[]>;
}

/** For a vendor's client: results are lists of lines, everything else is an object. */
export function fetchOf({ transport }: Pick<BatchServer, 'transport'>): Fetch {
  const [json, text] = [transport.fetchFor('batches'), transport.fetchFor('batches', 'text')];
  return (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return /\/(content|results)$/.test(pathname) ? text(input, init) : json(input, init);
  };
}

/** Most items of one batch, and most characters: below what either vendor takes (50,000 and 200 MB; 100,000 and 256 MB). */
export const MOST_ITEMS = 50_000;
export const MOST_CHARACTERS = 100_000_000;

/** An id as a server tells it, to be put into an address. */
export function isPlainId(text: unknown): text is string {
  return typeof text === 'string' && /^[\w.-]{1,200}$/.test(text);
}

/** The lines of a file of results that are JSON; one that was torn is a result that did not come. */
export function readJsonLines(text: string): readonly unknown[] {
  return text.split('\n').flatMap((line): readonly unknown[] => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      return [];
    }
  });
}
