// The seven kinds of answer, in words.
import { RESPONSE_TYPES, type ResponseType } from '../core/study-words.ts';
import { name, say, type Sentence, type Wording } from '../render/sentence.ts';

/** The seven kinds are our own words; a report that was read from a file may hold others. */
export function kindName(type: ResponseType): Sentence {
  return RESPONSE_TYPES.includes(type) ? say`${type.replaceAll('_', ' ') as Wording}` : name(type);
}
