// Where a provider may be: the rules an endpoint must keep before any key or prompt is sent to it.
import { whereDefined } from '../../core/where-defined.ts';
import type { Problem } from '../../core/errors.ts';
import { classifyHost } from './address.ts';

export interface EndpointRules {
  /** Whether a key or a secret header goes with the requests. */
  readonly carriesSecret: boolean;
  /** Hosts the base policy names although they are private, or loopback with a key (`10.0.0.5`, `127.0.0.1`). */
  readonly allowPrivate: readonly string[];
}

export interface Endpoint {
  /** Scheme, host and port. */
  readonly origin: string;
  /** The origin and path, without a slash at the end. */
  readonly baseUrl: string;
}

/** The endpoint of a base URL, or every rule it breaks. Nothing is looked up and nothing is contacted. */
export function checkEndpoint(text: string, rules: EndpointRules): Endpoint | readonly Problem[] {
  if (!URL.canParse(text)) return [{ message: `baseUrl is not a URL: ${withoutUserinfo(text)}` }];
  const url = new URL(text);
  const problems = [...spellingProblems(text, url), ...addressProblems(url, rules)];
  if (problems.length > 0) return problems;
  return { origin: url.origin, baseUrl: url.origin + endpointPath(url) };
}

/** Paths that the protocols themselves put behind a base URL: often pasted along with it. */
const PROTOCOL_PATHS = /\/(chat\/completions|completions|messages|responses)$/;

/** The path below an origin, without the protocol's own end and without a slash at the end. */
export function endpointPath({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '').replace(PROTOCOL_PATHS, '');
}

/** The host of an origin where it is a public name, and not one that may lead to a private address. */
export function publicName(origin: string, allowPrivate: readonly string[]): string | undefined {
  const { hostname } = new URL(origin);
  const isName = !isAddress(hostname) && classifyHost(hostname) === 'public';
  return isName && !isNamed(hostname, allowPrivate) ? hostname : undefined;
}

function isNamed(hostname: string, allowPrivate: readonly string[]): boolean {
  return allowPrivate.some((host) => host.toLowerCase() === hostname);
}

function spellingProblems(text: string, url: URL): readonly Problem[] {
  const problems: Problem[] = [];
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    // `localhost:11434/v1` reads as a URL whose scheme is localhost.
    const isHost = /^[\w.-]+:\d+(?:\/|$)/.test(text);
    const hint = isHost ? `Write https://${text}, or http://${text} for a server of your own.` : undefined;
    problems.push({ message: `baseUrl must be https, not ${url.protocol}`, ...whereDefined({ hint }) });
  }
  if (url.username !== '' || url.password !== '') {
    problems.push({
      message: `baseUrl must not hold a user name or password: ${withoutUserinfo(text)}`,
      hint: 'Name the variable that holds the key in apiKeyEnv.',
    });
  }
  if (url.search !== '' || url.hash !== '') {
    const message = `baseUrl must end with its path, without ? or #: ${url.origin}${url.pathname}`;
    const hint = 'On Azure https://RESOURCE.openai.azure.com/openai/v1 takes no api-version.';
    problems.push({ message, ...(url.searchParams.has('api-version') && { hint }) });
  }
  // `http://2130706433` is 127.0.0.1: a reader of the configuration must see where requests go.
  const written = /^[a-z]+:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(text)?.[1]?.toLowerCase();
  if (written !== undefined && written !== url.hostname && isAddress(url.hostname)) {
    problems.push({
      message: `baseUrl hides its address: ${written} is ${url.hostname}`,
      hint: `Write ${url.hostname}.`,
    });
  }
  return problems;
}

function addressProblems(url: URL, { carriesSecret, allowPrivate }: EndpointRules): readonly Problem[] {
  const kind = classifyHost(url.hostname);
  const named = isNamed(url.hostname, allowPrivate);
  const hint = `If that is meant, name it in the base branch's policy: allowPrivate: ["${url.hostname}"].`;
  if (kind === 'private' && !named) {
    return [{ message: `baseUrl is a private, link-local or metadata address: ${url.hostname}`, hint }];
  }
  if (kind === 'loopback') {
    return carriesSecret && !named ? [{ message: `a key would be sent to a loopback address: ${url.host}`, hint }] : [];
  }
  if (url.protocol === 'http:' && !(named && !carriesSecret)) {
    const way = carriesSecret
      ? 'Only a loopback address may be http: a key would travel in the open.'
      : `A host of your own network may be http where the base branch's policy names it: allowPrivate: ["${url.hostname}"].`;
    return [{ message: `baseUrl must be https: ${url.origin}`, hint: way }];
  }
  return [];
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}

function withoutUserinfo(text: string): string {
  return text.replace(/\/\/[^/?#]*@/, '//');
}
