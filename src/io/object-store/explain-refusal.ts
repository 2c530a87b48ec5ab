// Why an object store did not do what it was asked, in words.

/** `asked`: what for, as in "read". */
export function explainStoreRefusal(error: unknown, address: string): string {
  const { name, message, $metadata } = error as Error & { readonly $metadata?: { readonly httpStatusCode?: number } };
  switch (name) {
    case 'CredentialsProviderError':
      return `${address}: no credentials were found (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role)`;
    case 'NoSuchBucket':
      return `${address}: there is no such bucket at this endpoint`;
    case 'AccessDenied':
    case 'Forbidden':
      return `${address}: these credentials may not do this`;
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
    case 'ExpiredToken':
      return `${address}: the credentials are not taken (${name})`;
    default: {
      const status = $metadata?.httpStatusCode;
      return `${address}: ${message === '' || message === undefined ? name : message}${status === undefined ? '' : ` (${status})`}`;
    }
  }
}
