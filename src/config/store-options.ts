// Where an object store lies that keeps answers for all machines.
import * as z from 'zod';
import { parseStoreUrl } from './store-url.ts';

export const StoreAddress = z
  .string()
  .refine((text) => parseStoreUrl(text) !== undefined, 'expected s3://bucket/prefix');

export const ObjectStore = z.strictObject({
  url: StoreAddress,
  endpoint: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: "Of a server that is not AWS's: R2, MinIO, GCS. Default: `AWS_ENDPOINT_URL_S3`, then AWS.",
    }),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional()
    .meta({ description: 'Default: `AWS_REGION`, then the profile; at another endpoint `us-east-1`.' }),
});

/** Where an object store lies and is reached. */
export type StoreLocation = z.output<typeof ObjectStore>;
