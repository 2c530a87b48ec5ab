// The body of a 200: a whole JSON object, whatever its content type says, and not an error that came too late for a status.
import { isEventStream, joinEvents } from './event-stream.ts';
import { failureOfStatus, unusableBody, type Failure } from './failure.ts';
import { isPolicyRefusal } from './policy-refusal.ts';
import { detailOf, type ErrorContext } from './provider-error.ts';
import { fieldOf } from '../usage.ts';

/** A router has sent its 200 before its upstream failed: the passing failure of a gateway, where it says nothing else. */
const LATE_FAILURE = 502;

/** A 200's body, or the failure that it is. */
export function readAnswer(
  text: string,
  context: ErrorContext,
): { readonly text: string; readonly body: object } | { readonly failure: Failure } {
  if (text.trim() === '') return { failure: unusableBody('empty', 'the answer has no body') };
  if (isEventStream(text)) return readEvents(text, context);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { failure: unusableBody('bad_response', `the answer is not JSON${looksOf(text)}`) };
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { failure: unusableBody('bad_response', 'the answer is not a whole JSON object') };
  }
  const failure = failureIn(body, context);
  return failure === undefined ? { text, body } : { failure };
}

function readEvents(text: string, context: ErrorContext): ReturnType<typeof readAnswer> {
  const body = joinEvents(text);
  if (body === undefined) {
    const message = 'the answer is a stream of events, which breaks off or is of another protocol';
    return { failure: unusableBody('bad_response', message) };
  }
  const failure = failureIn(body, context);
  return failure === undefined ? { text: JSON.stringify(body), body } : { failure };
}

function failureIn(body: object, context: ErrorContext): Failure | undefined {
  const error = fieldOf(body, 'error');
  const hasAnswer = [fieldOf(body, 'choices'), fieldOf(body, 'content')].some(
    (list) => Array.isArray(list) && list.length > 0,
  );
  if (hasAnswer) return undefined;
  const isTold = error !== undefined && error !== null && error !== '' && error !== false;
  if (!isTold && !isOtherwiseTold(body)) return undefined;
  const code = Number(fieldOf(error, 'code') ?? fieldOf(error, 'status') ?? fieldOf(body, 'code'));
  const asRefusal = detailOf(400, body, context);
  if (isPolicyRefusal(asRefusal)) return failureOfStatus(asRefusal);
  const status = Number.isInteger(code) && code >= 400 && code < 600 ? code : LATE_FAILURE;
  return failureOfStatus(detailOf(status, body, context));
}

/** Fields whose text says what went wrong where there is no `error`, and where an answer would have its own fields. */
const OTHER_WORDS = ['error_msg', 'message', 'detail'];

function isOtherwiseTold(body: object): boolean {
  const status = fieldOf(fieldOf(body, 'base_resp'), 'status_code');
  if (status !== undefined && status !== 0) return true;
  const isAnswer = ['choices', 'content', 'promptFeedback'].some((name) => Object.hasOwn(body, name));
  const errors = fieldOf(body, 'errors');
  const isListed = Array.isArray(errors) && errors.length > 0;
  return !isAnswer && (isListed || OTHER_WORDS.some((name) => typeof fieldOf(body, name) === 'string'));
}

function looksOf(text: string): string {
  if (/^\s*</.test(text)) return ' but a page: something between here and the model answered (a proxy, a login)';
  return ', or not a whole one';
}
