// The merge queue: the verdict that its pull request got on the same texts, where a signature vouches for it.
import { writeOutputs } from '../../io/actions/outputs.ts';
import { writeSummary } from '../../io/actions/summary.ts';
import { findNote } from '../../io/github/comment.ts';
import { isRefusal } from '../../io/github/refusal.ts';
import { gateTitle } from '../../report/markdown/blocks.ts';
import type { ActionContext } from '../../context/action-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { ChangeEvent } from './change-event.ts';
import { gateOf } from './comment.ts';
import { parseVerdict, type VerdictNote } from './verdict-note.ts';

/** Ends the run where the verdict is known; undefined where it has to be judged. */
export async function reuseVerdict(
  context: ActionContext,
  change: ChangeEvent,
  digest: string,
): Promise<ExitCode | undefined> {
  const note = await findVerdict(context, change);
  if (note?.digest !== digest) return undefined;
  const { verdict, exitCode, headSha } = note;
  const from = `pull request #${change.pullRequest} at commit ${headSha.slice(0, 7)}`;
  const says = `${verdict}, as for ${from}: policy, spec, bank and models are the same here, so nobody was asked again`;
  context.log(`${verdict}, reused: ${from}, digest ${digest}`);
  const mark = exitCode === EXIT.pass ? '✅' : '❌';
  const gate = gateTitle(gateOf(context.inputs.config).gate);
  await writeSummary(`### ${mark} ${gate}: ${says}\n\nDigest \`${digest}\`.\n`, context.env);
  await writeOutputs({ verdict, calls: 0, costUsd: 0 });
  if (exitCode !== EXIT.pass) {
    const { setFailed } = await import('@actions/core');
    setFailed(`Spec Gate: ${says}`);
  }
  return exitCode;
}

async function findVerdict(
  { client, signer, inputs }: ActionContext,
  { kind, pullRequest }: ChangeEvent,
): Promise<VerdictNote | undefined> {
  if (kind !== 'merge-group' || client === undefined || signer === undefined || pullRequest === undefined)
    return undefined;
  try {
    const note = await findNote({ client, pullRequest, key: inputs.config });
    return note === undefined ? undefined : parseVerdict(note, signer);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return undefined;
  }
}
