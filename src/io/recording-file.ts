// The file that `check --record` writes: every answer a run used, once, for a recorded provider to replay.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Completion, CompletionRequest } from '../models/model.ts';
import { recordingKey, serializeRecording } from '../models/recorded.ts';

/** Begins the file anew and appends each answer as it comes in; an answer that was used twice is written once. */
export function openRecordingFile(path: string): (request: CompletionRequest, completion: Completion) => void {
  const written = new Set<string>();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  return (request, completion) => {
    const key = recordingKey(request);
    if (written.has(key)) return;
    written.add(key);
    appendFileSync(path, `${serializeRecording(request, completion)}\n`);
  };
}
