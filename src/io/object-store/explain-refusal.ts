// Why an object store did not do what it was asked, in words.

interface Refusal {
  readonly name: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** `address` is what was asked, as people write it. */
export function explainStoreRefusal(error: unknown, address: string): string {
  const refusal = error as Refusal;
  return `${address}: ${writeRefusal(refusal)}`;
}

/** Names as S3 and what speaks its protocol give them; what is not known is told as it came. */
function writeRefusal({ name, message = '', code, $metadata }: Refusal): string {
  switch (name) {
    case 'CredentialsProviderError':
      return 'no credentials were found (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role)';
    case 'NoSuchBucket':
      return 'there is no such bucket at this endpoint';
    case 'InvalidBucketName':
      return 'this is no name of a bucket';
    case 'AccessDenied':
    case 'AllAccessDisabled':
    case 'Forbidden':
      return 'these credentials may not do this';
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
      return `the credentials are not taken (${name})`;
    case 'ExpiredToken':
    case 'ExpiredTokenException':
    case 'TokenRefreshRequired':
    case 'RequestExpired':
      return `the credentials have expired: get new ones (${name})`;
    case 'InvalidToken':
      return 'the session token is not one of these credentials (AWS_SESSION_TOKEN)';
    case 'RequestTimeTooSkewed':
      return "this machine's clock differs too much from the server's";
    case 'PermanentRedirect':
    case 'IllegalLocationConstraintException':
      return writeRegion(message);
    case 'AuthorizationHeaderMalformed':
      if (/\bregion\b/i.test(message)) return writeRegion(message);
      break;
    case 'SlowDown':
    case 'ServiceUnavailable':
    case 'TooManyRequests':
    case 'Throttling':
    case 'ThrottlingException':
      return 'the server is too busy; try again later';
    case 'TimeoutError':
      return 'it did not answer in time';
    default:
  }
  if (message.startsWith('Region is missing')) return 'no region is named (`region` beside the address, or AWS_REGION)';
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `nothing answers at this endpoint (${code})`;
  }
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER') {
    return 'the endpoint speaks no https: write http:// in `endpoint`, which is for servers of your own';
  }
  if (typeof code === 'string' && /CERT|ALTNAME|UNABLE_TO_(GET|VERIFY)/.test(code)) {
    return `its certificate is not trusted (${code}): name a file with that of its authority in NODE_EXTRA_CA_CERTS`;
  }
  // The SDK's words for a body that is no XML.
  if (/\bXML parse error\b|^Deserialization error/.test(message))
    return 'what answers at this endpoint is no object store';
  const status = $metadata?.httpStatusCode;
  const isOnlyCode = !/\s/.test(message);
  if (status !== undefined && isOnlyCode)
    return `${wordsOfStatus(status)} (${[name, status].filter(isTold).join(', ')})`;
  return `${message === '' ? name : message}${status === undefined ? '' : ` (${status})`}`;
}

/** The SDK's names for a refusal that has none. */
function isTold(part: string | number): boolean {
  return part !== 'Unknown' && part !== 'UnknownError';
}

/** What a status alone says, of a refusal without words. */
function wordsOfStatus(status: number): string {
  if (status === 401 || status === 407) return 'the credentials are not taken';
  if (status === 403) return 'these credentials may not do this';
  if (status === 404) return 'there is nothing at this endpoint';
  if (status === 429) return 'the server is too busy; try again later';
  if (status >= 500) return 'the server failed; try again later';
  return status < 400 ? 'it answers with a redirect, which is not followed' : 'it refuses the request';
}

/** Servers put the region in either sort of quotes. */
function writeRegion(message: string): string {
  const [, region] = /expecting ['"]([a-z0-9-]{1,40})['"]/.exec(message) ?? [];
  const where = region === undefined ? 'in another region' : `in ${region}`;
  return `the bucket is ${where}: say so with \`region\` beside the address, or AWS_REGION`;
}
