// Findings as plain text, for formats that have no markup of their own.
import { writeParagraph } from './messages.ts';
import type { Finding } from './report.ts';
import { plainText } from '../render/plain-text.ts';

/** All a finding says, on one line. */
export function plainParagraph(finding: Finding): string {
  return plainText(writeParagraph(finding));
}
