// Why a run ended before it was through, in the middle of a sentence. Reports keep the kind of the stop as a word.
import { name, say, type Sentence } from '../render/sentence.ts';

/** Of a stop's `kind`; anything else is shown as it is. */
export function writeStop(kind: string): Sentence {
  switch (kind) {
    case 'budget':
      return say`its budget was used up`;
    case 'signal':
      return say`somebody stopped it`;
    case 'quota':
      return say`a provider refuses further calls, for its quota or spend limit is reached`;
    case 'no-keys':
      return say`there was no key to ask with`;
    case 'batch':
      return say`its calls are out in the providers' batches`;
    default:
      return name(kind);
  }
}
