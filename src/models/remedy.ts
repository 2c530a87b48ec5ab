// What helps where a model gave no answer that can be used. Running again is advised only where it can.

export type Remedy =
  | 'again'
  | 'slower'
  | 'reach'
  | 'certificate'
  | 'scheme'
  | 'window'
  | 'tier'
  | 'longer'
  | 'rights'
  | 'request'
  | 'readable'
  | 'thoughts'
  | 'willing'
  | 'address'
  | 'paid'
  | 'budget'
  | 'record';

/** Half sentences, without an end. */
export const REMEDIES = {
  again: 'Run again: finished calls are stored, only the missing ones are made',
  slower: 'Lower `concurrency` of that provider, or run again later: finished calls are stored',
  reach: 'See that the endpoint is up and can be reached from here, then run again: finished calls are stored',
  certificate:
    'Name a file with the certificate of its authority in NODE_EXTRA_CA_CERTS, and the server in `baseUrl` by a name that its certificate has',
  scheme: 'It speaks no https: write http:// in `baseUrl`, which is for servers of your own',
  window:
    'Give its server a larger context window (docs/local-models.md says how), or use a model that has one; running again does not help by itself',
  tier: 'Its account may use fewer tokens a minute than one request has: raise that limit with the provider, or lower `params.maxTokens`, which some count in',
  longer: 'Raise `params.maxTokens` of that model, or use one that keeps to the point',
  rights: 'See what the key may do with the provider: the request or the model was forbidden',
  request: 'Look at that model and its `params`: its server does not take what is asked of it',
  readable: 'Use another model there: one that keeps to a JSON schema, or to instructions',
  thoughts:
    'See how its server parts thoughts from answers (a reasoning parser that is not of this model), or turn its thinking off',
  willing: 'Use another model there: this one declines to do it',
  address: 'Look at `baseUrl`: what answers there is no model of this protocol',
  paid: 'Raise the quota or the spend limit with that provider, then run again: finished calls are stored',
  budget: 'Raise `budget`, or ask for less',
  record:
    'Record an answer of that model to every scenario that is asked (docs/own-answers.md), or ask it live: there are no more in its file',
} as const satisfies Record<Remedy, string>;

/** The remedy for a reason: a kind of call error, how an answer ended, or why a reply could not be read. */
export function remedyOf(reason: string, words = ''): Remedy {
  switch (reason) {
    case 'rate_limited':
      return 'slower';
    case 'timeout':
    case 'server':
      return 'reach';
    case 'network':
      if (/CERT|ALTNAME|UNABLE_TO_(GET|VERIFY)/.test(words)) return 'certificate';
      return /WRONG_VERSION_NUMBER|EPROTO/.test(words) ? 'scheme' : 'reach';
    case 'too_large':
      return /per min/i.test(words) ? 'tier' : 'window';
    case 'length':
      return 'longer';
    case 'forbidden':
      return 'rights';
    case 'bad_request':
      return 'request';
    case 'bad_response':
      return 'address';
    case 'quota':
      return 'paid';
    case 'refusal':
    case 'content_filter':
      return 'willing';
    case 'aborted':
      return words.includes('budget') ? 'budget' : 'again';
    case 'unrecorded':
      return 'record';
    case 'unfinished':
      return words.includes('cut off') ? 'window' : words.includes('only thoughts') ? 'thoughts' : 'again';
    default:
      return reason === 'not JSON' || reason.startsWith('wrong shape') || reason === 'about another item'
        ? 'readable'
        : 'again';
  }
}
