// Keys and headers from the environment: read with care, and only where nothing leads them astray.
import { findCiService } from '../core/ci-service.ts';
import type { Problem } from '../core/errors.ts';
import { createSecret, type Secret } from './transport/secret.ts';

type Variables = Readonly<Record<string, string | undefined>>;

// Node's own switches that would let somebody between here and the endpoint take part; Node reads no others.
const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];

/** What in the environment would show a key to others than its endpoint. */
export function exposures(env: Variables): readonly Problem[] {
  const byVariable = env['NODE_USE_ENV_PROXY'] === '1' ? ['NODE_USE_ENV_PROXY'] : [];
  const switches = /(^|\s)--use-env-proxy(\s|$)/.test(env['NODE_OPTIONS'] ?? '') ? ['NODE_OPTIONS'] : [];
  const isProxied = PROXY_VARIABLES.some((name) => (env[name] ?? '') !== '');
  const proxied = (isProxied ? [...byVariable, ...switches] : []).map((name) => ({
    message: `${name} would lead its key through a proxy`,
    hint: `Unset ${name} for the gate: a key goes to its own endpoint and to nobody between.`,
  }));
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0') return proxied;
  const unchecked = {
    message: 'NODE_TLS_REJECT_UNAUTHORIZED is 0: its key would go to whoever answers in its name',
    hint: 'Unset it; a certificate of your own authority goes into NODE_EXTRA_CA_CERTS.',
  };
  return [...proxied, unchecked];
}

/** What people paste along with a key, and what no vendor's key looks like. */
const AROUND_A_KEY: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(["'`]).*\1$/s, 'has quotation marks around it'],
  [/^bearer\s/i, 'begins with "Bearer", which the gate writes itself'],
  [/^(?:export\s+)?[A-Z][A-Z0-9]*_[A-Z0-9_]*=[^=]/, 'is a whole line of a file of settings, with its name'],
  [/^\$\{?\{?/, 'is a placeholder that nothing was put into'],
];

/** Undefined where it is not set or cannot be a key: `problems` says why. */
export function readSecret(env: Variables, variable: string, problems: Problem[]): Secret | undefined {
  const value = env[variable]?.trim();
  if (value === undefined || value === '') {
    problems.push({
      message: `the environment variable ${variable} is not set`,
      hint: `Set it${howToSet(env, variable)}`,
    });
    return undefined;
  }
  const around = AROUND_A_KEY.find(([pattern]) => pattern.test(value))?.[1];
  if (around !== undefined) {
    problems.push({ message: `the value of ${variable} ${around}`, hint: 'Set it to the key alone.' });
    return undefined;
  }
  if (!/^[\x21-\x7e]+$/.test(value)) {
    problems.push({ message: `the value of ${variable} has characters that a header cannot carry` });
    return undefined;
  }
  return createSecret(value);
}

/** In the words of the service that this runs on; elsewhere for a shell and for the two that most people have. */
function howToSet(env: Variables, variable: string): string {
  const service = findCiService(env);
  if (service !== undefined) return ` ${service.giveKey(variable)}`;
  return `: export ${variable}=... in this shell; in a workflow: env: ${variable}: \${{ secrets.${variable} }}, on GitLab a CI/CD variable that is not protected. Pull requests from forks get no secrets.`;
}
