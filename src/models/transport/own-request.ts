// The parts of a request that this project writes itself: its headers, with the key, and a form as text.
import type { ResolvedProvider } from '../provider.ts';
import { vendorOf } from '../provider-kind.ts';

/**
 * The headers are written here from scratch, so that no SDK can add one, drop the key or send another: of those that it
 * hands in only the ones of its kind's protocol are sent.
 */
export function ownHeaders({ kind, secret, headers }: ResolvedProvider, protocol: Headers): Record<string, string> {
  const own: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'spec-gate',
  };
  for (const name of vendorOf(kind).headers) {
    const value = protocol.get(name);
    if (value !== null) own[name] = value;
  }
  if (secret !== undefined) own['authorization'] = `Bearer ${secret.reveal()}`;
  for (const [name, value] of Object.entries(headers)) own[name] = value.reveal();
  return own;
}

/** As text, so that it can be sent again, and through any `fetch`. */
export async function encodeForm(
  form: FormData,
): Promise<{ readonly text: string; readonly headers: Record<string, string> }> {
  const encoded = new Response(form);
  return { text: await encoded.text(), headers: { 'content-type': encoded.headers.get('content-type')! } };
}
