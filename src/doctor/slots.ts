// Whether a local server answers more than one request at a time: found by asking it one, then two side by side.
import type { Ask } from '../evaluation/ask.ts';
import { providerName } from '../models/model-id.ts';
import type { CompletionRequest } from '../models/model.ts';
import { isLocal } from '../models/provider.ts';
import { isLive } from '../models/provider-kind.ts';
import type { DoctorNote } from './notes.ts';
import type { Project } from '../run/load-project.ts';

export interface SlotProbe {
  readonly provider: string;
  /** One to warm the server up, one alone and two side by side; they differ, so that nothing of one serves another. */
  readonly requests: readonly [CompletionRequest, CompletionRequest, CompletionRequest, CompletionRequest];
}

/** If two at once take this much longer than one, they were answered one after the other. */
const IN_A_ROW = 1.6;
/** Answers faster than this are not measured: most of their time is the connection's. */
const LEAST_MS = 150;
const FEW_TOKENS = 12;

/** One probe for each local provider whose `concurrency` nobody set. */
export function slotProbes({ config, panel }: Pick<Project, 'config' | 'panel'>, now: Date): readonly SlotProbe[] {
  const refs = [...panel.models.map(({ ref }) => ref), ...panel.judges];
  const byProvider = new Map(refs.map((ref) => [providerName(ref), ref]));
  return [...byProvider].flatMap(([provider, ref]) => {
    const own = config.providers[provider];
    if (own === undefined || !isLive(own) || own.concurrency !== undefined || !isLocal(ref.origin)) return [];
    const ask = (n: number): CompletionRequest => ({
      model: ref,
      messages: [{ role: 'user', content: `Count upwards from ${n * 100} and do not stop.` }],
      sharedMessages: 0,
      mostTokens: FEW_TOKENS,
      // Cut off on purpose, so that all take equally long.
      isUsable: () => true,
      draw: `doctor:slots:${n}:${now.toISOString()}`,
    });
    return [{ provider, requests: [ask(1), ask(2), ask(3), ask(4)] as const }];
  });
}

/** What a provider that answers one request at a time should be told; nothing where it answers two side by side. */
export async function askSlots(
  { provider, requests }: SlotProbe,
  { ask, monotonic }: { readonly ask: Ask; readonly monotonic: () => number },
): Promise<readonly DoctorNote[]> {
  const [warm, alone, left, right] = requests;
  const timed = async (asked: readonly CompletionRequest[]): Promise<number | undefined> => {
    const begun = monotonic();
    const answers = await Promise.all(asked.map((request) => ask(request)));
    return answers.every(({ status }) => status === 'answered') ? monotonic() - begun : undefined;
  };
  if ((await timed([warm])) === undefined) return [];
  const one = await timed([alone]);
  if (one === undefined || one < LEAST_MS) return [];
  const two = await timed([left, right]);
  if (two === undefined || two < IN_A_ROW * one) return [];
  return [{ kind: 'one-slot', provider, one, two }];
}
