// The file that `check --record` writes: every answer a run used, once, for a recorded provider to replay.
import { appendFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../core/errors.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';
import { recordingKey, serializeRecording } from '../models/recorded.ts';
import { makeFolder } from '../io/make-folder.ts';

/**
 * Begins the file anew and appends each answer as it comes in; an answer that was used twice is written once.
 * @throws UserError where the file cannot be written.
 */
export function openRecordingFile(path: string): (request: CompletionRequest, completion: Completion) => void {
  const written = new Set<string>();
  try {
    makeFolder(dirname(path));
    writeFileSync(path, '');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError({ message: `${path} cannot be written (${reason})`, hint: 'name another file with --record' });
  }
  return (request, completion) => {
    const key = recordingKey(request);
    if (written.has(key)) return;
    written.add(key);
    appendFileSync(path, `${serializeRecording(request, completion)}\n`);
  };
}
