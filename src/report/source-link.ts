// Where a clause's lines can be read: the file at the very commit that was judged, on the repository's own pages.
import type { ReportChange } from './report.ts';
import type { View } from './view.ts';

/** The address of a file's lines; undefined where no repository is known or no commit was named. */
export function sourceLink(
  { report, repositoryUrl }: View,
  change: Pick<ReportChange, 'kind' | 'file' | 'lines'>,
): string | undefined {
  // A removed clause stands in the base only.
  const { sha } = change.kind === 'removed' ? report.base : report.head;
  if (repositoryUrl === undefined || sha === undefined) return undefined;
  const [from, to] = change.lines;
  // Of a path from a pull request only letters, digits and a few marks stay as they are: nothing ends an attribute or a link.
  const path = change.file.split('/').map(encodeSegment).join('/');
  return `${repositoryUrl}/blob/${encodeSegment(sha)}/${path}?plain=1#L${from}-L${to}`;
}

function encodeSegment(text: string): string {
  // A lone half of a character cannot be encoded; the link then leads nowhere, and the place is still named in words.
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd')).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
}
