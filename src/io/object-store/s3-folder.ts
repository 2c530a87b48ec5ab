// A prefix of a bucket, through the S3 client of the AWS SDK: S3 itself, R2, MinIO, GCS and whatever else speaks it. Loaded only
// where a store lies there: the client is as large as all the rest.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { StoreLocation } from '../../config/store-options.ts';
import { parseStoreUrl } from '../../config/store-url.ts';
import { whereDefined } from '../../core/where-defined.ts';
import type { ObjectFolder, StoredObject } from './object-folder.ts';

export interface OpenedS3Folder extends ObjectFolder {
  /** Looks for credentials now, so that those of the environment can be taken out of it. @throws where there are none. */
  readonly findCredentials: () => Promise<void>;
}

const TIMEOUTS = { connectionTimeout: 10_000, requestTimeout: 120_000, throwOnRequestTimeout: true };

type Environment = Readonly<Record<string, string | undefined>>;

/** Who may say at which server a bucket is: in a pull request's run, whose workflow is its own, the policy alone. */
export type EndpointTrust = 'environment' | 'policy';

/** The server's address where it is not AWS's; undefined leaves it to the SDK. */
export function chooseEndpoint(
  { endpoint }: StoreLocation,
  env: Environment,
  trust: EndpointTrust,
): string | undefined {
  if (endpoint !== undefined || trust === 'policy') return endpoint;
  return env['AWS_ENDPOINT_URL_S3'] ?? env['AWS_ENDPOINT_URL'];
}

/** What the server refuses is thrown by the calls. */
export function openS3Folder(
  location: StoreLocation,
  env: Environment,
  trust: EndpointTrust = 'environment',
): OpenedS3Folder {
  const { url, region } = location;
  const place = parseStoreUrl(url);
  if (place === undefined) throw new TypeError(`not the address of an object store: ${url}`);
  const { bucket: Bucket, prefix } = place;
  const server = chooseEndpoint(location, env, trust);
  // R2 and MinIO take this region for theirs, GCS takes any.
  const named = region ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? (server && 'us-east-1');
  const client = new S3Client({
    ...whereDefined({ endpoint: server, region: named }),
    // The SDK would read the same variables, and profiles.
    ignoreConfiguredEndpointUrls: trust === 'policy',
    // Other servers have no host name for each bucket, and do not all know the checksums that the SDK adds by itself.
    forcePathStyle: server !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: TIMEOUTS,
  });
  return {
    address: url,
    findCredentials: async () => void (await client.config.credentials()),
    list: async () => {
      const found: StoredObject[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: prefix, Delimiter: '/', ...whereDefined({ ContinuationToken }) }),
        );
        for (const { Key, Size } of page.Contents ?? []) {
          if (Key?.startsWith(prefix) === true) found.push({ name: Key.slice(prefix.length), size: Size ?? 0 });
        }
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return found;
    },
    read: async (name) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: `${prefix}${name}` }));
      if (Body === undefined) throw new Error(`${name} came without a body`);
      return Body as AsyncIterable<Uint8Array>;
    },
    remove: async (name) => void (await client.send(new DeleteObjectCommand({ Bucket, Key: `${prefix}${name}` }))),
    writeNew: async (name, bytes) => {
      const put = { Bucket, Key: `${prefix}${name}`, Body: bytes, ContentType: 'application/x-ndjson' };
      try {
        await client.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }));
        return 'written';
      } catch (error) {
        const status = (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata
          ?.httpStatusCode;
        if (status === 412) return 'there';
        // A server without conditional writes: names have a random part, which nobody else writes.
        if (status !== 501) throw error;
        await client.send(new PutObjectCommand(put));
        return 'written';
      }
    },
  };
}
