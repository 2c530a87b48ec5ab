// What the files of a store are called, wherever they are kept.

const SEGMENT_NAME = /^[A-Za-z0-9][\w.-]{0,120}\.jsonl$/;
/** Bytes. */
export const LARGEST_SEGMENT = 512 * 1024 * 1024;

/** Whether a file of that name can be a segment of a store. */
export function isSegmentName(name: string): boolean {
  return SEGMENT_NAME.test(name);
}
