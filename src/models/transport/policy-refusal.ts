// A refusal by policy that comes as an error: declining is what the model does, and is judged like any other answer.
import type { ProviderDetail } from './provider-error.ts';

/** Statuses under which providers decline content: 400 Azure, OpenAI, DashScope; 403 xAI, OpenRouter; 422, 451 gateways. */
const STATUSES: ReadonlySet<number> = new Set([400, 403, 406, 422, 451]);

/** Codes and types, without case, spaces and signs. */
const CODES: ReadonlySet<string> = new Set([
  'contentfilter', // Azure
  'contentfiltered',
  'contentpolicyviolation', // OpenAI
  'contentpolicyviolationerror', // LiteLLM
  'responsibleaipolicyviolation', // Azure
  'invalidprompt', // OpenAI
  'moderationblocked',
  'datainspectionfailed', // DashScope
  'safety',
  'safetyerror',
  'promptblocked',
  'inputsensitive',
  'outputsensitive',
  'sensitivewords',
]);

/** Names that vendors will make next (`cyber_policy_violation`), by what they speak of; written as those above. */
const SOUNDS = /(content|usage|safety|cyber)polic|policyviolation|contentfilter|guardrail|moderation/;

/** Such a name that tells of the filter's own trouble (`guardrail_not_found`, `moderation_unavailable`) is none of them. */
const TROUBLE = /error|unavailable|timeout|timedout|notfound|invalid|config|missing|unsupported|fail|limit|quota/;

/** What such refusals say where the code is any error's (DeepSeek, xAI, gateways). */
const WORDS = [
  /contentpolicyviolation/i, // LiteLLM writes the upstream's exception
  /\b(violat\w*|blocked by|triggered|intervened).{0,40}\bguardrail|guardrail\w*.{0,40}(violat|block|trigger|interven|flagged)/i,
  /\bblocked (output|input|prompt|response|content)\b|\bdeemed (toxic|unsafe|harmful)\b/i, // Cohere
  /\bcontent (exists|violat|filter|manage|policy|polic|moderat|was (blocked|flagged|filtered))/i,
  /\b(usage|content|safety|acceptable use|community) (guideline|polic|check|filter|setting|system|standard)/i,
  /\b(inappropriate|harmful|unsafe|sensitive|prohibited|disallowed|objectionable) (content|information|input|output|words|material|prompt)/i,
  /\b(flagged|blocked|rejected|declined)\b.*\b(moderation|safety|polic|violat|harm|filter|risk)/i,
  /\bmoderation\b/i,
  /\b(input|output)\b.{0,20}sensitive/i, // MiniMax
  /\bresponsible ai\b/i,
  /敏感|违规|不安全|不合规/,
];

/** A sentence that only says where policies stand, or that a filter or its settings are not there: nothing was declined in it. */
const SAYS_NOTHING =
  /^\s*(?:please )?(?:see|read|review|visit|refer|check|consult|learn|for (?:more|details)|to learn)\b|\b(?:unsupported|not supported|unrecogni[sz]ed|not found|does not exist|unavailable|timed? ?out)\b/i;

/**
 * An account, a key or a place is refused, whatever the request says: nothing that a model did, whatever policy is named as the
 * reason in the sentences after it. Before it one may stand that counts: xAI names team and key after saying that it declined.
 */
const ACCOUNT =
  /\b(account|organi[sz]ation|api[ -]?key|subscription|billing|credential|token|region|country|territory|network|firewall|suspended|deactivated)\b/i;

/** Whether a refused request was refused for what it says. */
export function isPolicyRefusal({ status, type = '', code = '', message = '' }: ProviderDetail): boolean {
  if (!STATUSES.has(status)) return false;
  const names = [code, type].map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
  if (names.some((name) => CODES.has(name) || (SOUNDS.test(name) && !TROUBLE.test(name)))) return true;
  const sentences = message.split(/[.!?。]\s+/);
  const account = sentences.findIndex((sentence) => ACCOUNT.test(sentence));
  return sentences
    .slice(0, account === -1 ? undefined : account)
    .some((sentence) => !SAYS_NOTHING.test(sentence) && WORDS.some((words) => words.test(sentence)));
}
