// A prefix of a bucket, through the S3 client of the AWS SDK: S3 itself, R2, MinIO, GCS and whatever else speaks it. Loaded only
// where a store lies there: the client is as large as all the rest.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type PutObjectCommandInput,
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

/** A write that meets another one of the same name is begun again so often. */
const MOST_ATTEMPTS = 3;

/** A reply that any web server may give, with status 200: believed, it would be an empty store, whose answers are all paid again. */
const NO_STORE = 'what answers at this endpoint is no object store';

interface Refused {
  readonly name?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

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
    list: () =>
      listPages(prefix, (ContinuationToken) =>
        client.send(
          new ListObjectsV2Command({ Bucket, Prefix: prefix, Delimiter: '/', ...whereDefined({ ContinuationToken }) }),
        ),
      ),
    read: async (name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: `${prefix}${name}` }));
        if (Body === undefined) throw new Error(`${name} came without a body`);
        return Body as AsyncIterable<Uint8Array>;
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    remove: async (name) => void (await client.send(new DeleteObjectCommand({ Bucket, Key: `${prefix}${name}` }))),
    writeNew: (name, bytes) =>
      writeOnce(client, { Bucket, Key: `${prefix}${name}`, Body: bytes, ContentType: 'application/x-ndjson' }),
  };
}

/** @throws what the server refuses; also where it says that it wrote, and not what. */
async function writeOnce(client: S3Client, put: PutObjectCommandInput): Promise<'written' | 'there'> {
  const write = async (condition: { readonly IfNoneMatch?: '*' }): Promise<'written'> => {
    const { ETag } = await client.send(new PutObjectCommand({ ...put, ...condition }));
    // Every server names what it keeps; a page that answers to anything does not.
    if (ETag === undefined) throw new Error(NO_STORE);
    return 'written';
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write({ IfNoneMatch: '*' });
    } catch (error) {
      const { name, $metadata } = error as Refused;
      const status = $metadata?.httpStatusCode;
      if (status === 412) return 'there';
      // A server without conditional writes: names have a random part, which nobody else writes.
      if (status === 501 || name === 'NotImplemented') return write({});
      // Somebody is writing or deleting the same name at this moment.
      if (status !== 409 || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/**
 * All objects below a prefix, page by page.
 * @throws where a page is no listing, or where the next one cannot be asked for: half a listing would be answers paid twice.
 */
async function listPages(
  prefix: string,
  askFor: (token: string | undefined) => Promise<ListObjectsV2CommandOutput>,
): Promise<readonly StoredObject[]> {
  const found: StoredObject[] = [];
  const asked = new Set<string>();
  for (let token: string | undefined; ;) {
    const page = await askFor(token).catch((error: unknown) => {
      if ((error as Error).name !== 'NoSuchKey') throw error;
      throw new Error('this endpoint takes the bucket for a file: write `endpoint` without the name of the bucket');
    });
    const { Name, IsTruncated, KeyCount, MaxKeys, Contents = [] } = page;
    if ([Name, IsTruncated, KeyCount, MaxKeys].every((told) => told === undefined)) throw new Error(NO_STORE);
    for (const { Key, Size } of Contents) {
      if (Key?.startsWith(prefix) === true) found.push({ name: Key.slice(prefix.length), size: Size ?? 0 });
    }
    if (IsTruncated !== true) return found;
    token = page.NextContinuationToken;
    if (token === undefined || token === '' || asked.has(token)) {
      throw new Error('the server lists only a part of its objects, and gives no way to the rest');
    }
    asked.add(token);
  }
}
