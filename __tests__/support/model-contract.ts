// What every kind of model must do, offline or live: run by each kind's own test file.
import { describe, expect, test } from 'vitest';
import { readAnswerLine, writeAnswerLine } from '../../src/evaluation/answer-record.ts';
import { requestKey } from '../../src/evaluation/key.ts';
import { CallError, type CompletionRequest, type Model } from '../../src/models/model.ts';

export interface ContractSubject {
  readonly model: Model;
  /** Requests that this model can answer. Whole text; JSON by a schema; a conversation with every role. */
  readonly plain: CompletionRequest;
  readonly formatted: CompletionRequest;
  readonly conversation: CompletionRequest;
}

/** Seven promises of a model; `subject` is called once for each test. */
export function describeModelContract(name: string, subject: () => ContractSubject | Promise<ContractSubject>): void {
  describe(`model contract: ${name}`, () => {
    const options = () => ({ signal: new AbortController().signal });

    test('a request gets a whole answer with its cost', async () => {
      const { model, plain } = await subject();
      const { text, finish, usage, adapted } = await model.complete(plain, options());
      expect(finish).toBe('stop');
      expect(text.trim()).not.toBe('');
      expect(adapted.every((step) => typeof step === 'string')).toBe(true);
      for (const tokens of Object.values(usage)) expect(Number.isInteger(tokens) && tokens >= 0).toBe(true);
      expect(usage.cachedInputTokens + usage.cacheWriteTokens).toBeLessThanOrEqual(usage.inputTokens);
      expect(Object.keys(usage).sort()).toEqual([
        'cacheWriteTokens',
        'cachedInputTokens',
        'inputTokens',
        'outputTokens',
      ]);
    });

    test('an answer survives the store', async () => {
      const { model, plain } = await subject();
      const answer = await model.complete(plain, options());
      const read = readAnswerLine(writeAnswerLine(requestKey(plain), { completion: answer }));
      expect(read).toEqual({ status: 'answer', key: requestKey(plain), answer: { completion: answer } });
    });

    test('a request with a schema gets JSON with its required members', async () => {
      const { model, formatted } = await subject();
      const { text } = await model.complete(formatted, options());
      const reply = JSON.parse(text) as Record<string, unknown>;
      const required = formatted.format!.schema['required'] as string[];
      expect(required.length).toBeGreaterThan(0);
      expect(Object.keys(reply)).toEqual(expect.arrayContaining(required));
    });

    test('a conversation with every role is answered', async () => {
      const { model, conversation } = await subject();
      expect(new Set(conversation.messages.map(({ role }) => role))).toEqual(
        new Set(['system', 'developer', 'user', 'assistant', 'tool']),
      );
      expect((await model.complete(conversation, options())).text.trim()).not.toBe('');
    });

    test('an aborted call ends as aborted', async () => {
      const { model, plain } = await subject();
      const error: unknown = await model
        .complete(plain, { signal: AbortSignal.abort() })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CallError);
      expect(error).toMatchObject({ kind: 'aborted' });
    });

    test('request and reference stay as they were, and so does the key', async () => {
      const { model, plain, formatted, conversation } = await subject();
      for (const request of [plain, formatted, conversation]) {
        const before = JSON.stringify(request);
        const key = requestKey(request);
        await model.complete(deepFreeze(request), options());
        expect(JSON.stringify(request)).toBe(before);
        expect(requestKey(request)).toBe(key);
      }
      expect(model.ref).toEqual(plain.model);
    });

    test('calls beside each other do not disturb each other', async () => {
      const { model, plain, formatted } = await subject();
      const requests = [plain, formatted, plain, formatted, plain];
      const answers = await Promise.all(requests.map((request) => model.complete(request, options())));
      const isObject = answers.map(({ text }) => /^\s*\{/.test(text));
      expect(isObject).toEqual([false, true, false, true, false]);
    });
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
