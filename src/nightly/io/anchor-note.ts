// What an issue keeps of the anchor: enough for a night to know that its history is missing, and to show what was lost.
import * as z from 'zod';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import type { Signer } from '../../core/signer.ts';
import type { NightRecord } from '../decision/record.ts';
import { meanOfValues, readValues } from '../decision/rows.ts';

const Note = z.strictObject({
  schema: z.literal('spec-gate/anchor-note@1'),
  /** Of `hashSubject`. */
  subject: z.string(),
  date: z.iso.date(),
  /** Of the anchor's record. */
  digest: z.string(),
  /** Share of the anchor's answers ruled against, by model. */
  nonCompliance: z.record(z.string(), z.number()),
});

export type AnchorNote = Readonly<z.infer<typeof Note>>;

/** What an issue keeps of the anchor: its date, a digest, and the non-compliance of each model (0 to 1). */
export function noteAnchor(anchor: NightRecord): AnchorNote {
  const shares = Object.keys(anchor.models).flatMap((id) => {
    const subject = { kind: 'model', models: [id] } as const;
    const share = meanOfValues(readValues(anchor.cells, { metric: 'nonCompliance', subject }));
    return share === undefined ? [] : [[id, share] as const];
  });
  return {
    schema: 'spec-gate/anchor-note@1',
    subject: anchor.subject,
    date: anchor.date,
    digest: digestAnchor(anchor),
    nonCompliance: Object.fromEntries(shares),
  };
}

/** 16 hex digits over the whole night. */
export function digestAnchor(anchor: NightRecord): string {
  return hashJson(anchor).slice(0, 16);
}

/** One word without a hyphen, for a comment of HTML; signed where there is a secret. */
export function serializeNote(note: AnchorNote, signer?: Signer): string {
  return Buffer.from(JSON.stringify({ note, sig: signer?.sign(signed(note)) })).toString('base64');
}

/** Undefined for what is no note and, with a signer, for one that it has not signed. */
export function parseNote(text: string, signer?: Signer): AnchorNote | undefined {
  try {
    const { note, sig } = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as { note?: unknown; sig?: unknown };
    const checked = Note.safeParse(note);
    if (!checked.success) return undefined;
    const counts = signer === undefined || (typeof sig === 'string' && signer.hasSigned(signed(checked.data), sig));
    return counts ? checked.data : undefined;
  } catch {
    return undefined;
  }
}

/** The same secret signs answers and nights, too: each says what it is. */
function signed(note: AnchorNote): Json {
  return ['anchor-note', note];
}
