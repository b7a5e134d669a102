import type { CollectionConfig, PayloadRequest, Plugin, UploadConfig } from 'payload'
import { type Storage, undoing } from './undo-stored.ts'
import { withFormerAddresses } from './former-address.ts'
import { environment } from '../environment.ts'

/**
 * Keeps the files of the media collection in S3-compatible storage, if the environment names one, instead of in a folder.
 * Visitors still get them from the site's own address. A plugin, so that a site with a folder loads nothing of S3.
 */
export const mediaStorage: Plugin = async (config) => {
  const { s3 } = environment
  if (!s3) return config
  const { s3Storage } = await import('@payloadcms/storage-s3')
  const store = s3Storage({
    bucket: s3.bucket,
    collections: { media: true },
    config: {
      region: s3.region,
      credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
      // A server of one's own seldom has a name for each bucket, as Amazon has.
      ...(s3.endpoint ? { endpoint: s3.endpoint, forcePathStyle: true } : {}),
      // Other servers than Amazon's may not know the checksums that are newest there.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: 2_000,
        socketTimeout: 10_000,
        httpAgent: { keepAlive: true, maxSockets: 100 },
        httpsAgent: { keepAlive: true, maxSockets: 100 },
      },
    },
  })
  // It would add a component to the admin for uploads past the site, which nobody does.
  const { collections, ...stored } = await store({ ...config, admin: {} })
  return {
    ...stored,
    admin: config.admin,
    collections: collections?.map((collection) =>
      collection.slug === 'media' ? fittedToSite(collection) : collection,
    ),
  }
}

function fittedToSite(collection: CollectionConfig): CollectionConfig {
  const upload = collection.upload as UploadConfig
  const fromStorage = upload.handlers?.at(-1)
  const handlers: UploadConfig['handlers'] = [
    withFormerAddresses(async (request, args) => {
      // The files have no folders, so the database need not be asked for one.
      const response = await fromStorage?.(request, { ...args, doc: args.doc ?? ({} as never) })
      if (response?.status === 404) return new Response('Filen findes ikke.', { status: 404 })
      if (!response || response.status >= 500)
        return new Response('Filen kan ikke hentes lige nu. Prøv igen om lidt.', {
          status: 503,
          headers: { 'Retry-After': '10' },
        })
      return response
    }),
  ]
  const storage = storageOf(collection)
  const undo = undoing(storage)
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [...(hooks.beforeOperation ?? []), ...undo.beforeOperation],
      beforeDelete: [...(hooks.beforeDelete ?? []), ...undo.beforeDelete],
      beforeValidate: [...(hooks.beforeValidate ?? []), ...undo.beforeValidate],
      afterError: [...(hooks.afterError ?? []), ...undo.afterError],
    },
    // For files that come back from the bin (../bin/files.ts).
    custom: { ...collection.custom, storage },
    // Names the folder of a file that the browser uploads past the site; the table has no such column.
    fields: collection.fields.filter((field) => !('name' in field && field.name === '_objectKey')),
    upload: { ...upload, handlers },
  }
}

/** The storage by what the plugin adds to the collection, as it gives nothing else to write there with. */
function storageOf({ hooks, upload }: CollectionConfig): Storage {
  const read = (upload as UploadConfig).handlers?.at(-1)
  const write = hooks?.afterChange?.at(-1)
  const remove = hooks?.afterDelete?.at(-1)
  return {
    async read(filename) {
      const params = { collection: 'media', filename }
      const response = await read?.(request(), { doc: {} as never, params })
      if (!response || response.status === 404) return null
      if (!response.ok) throw new Error(`The storage answered ${response.status}`)
      const data = Buffer.from(await response.arrayBuffer())
      return { data, mimeType: response.headers.get('content-type') ?? 'application/octet-stream' }
    },
    async write(filename, { data, mimeType }) {
      const doc = { filename, mimeType }
      await write?.({ doc, operation: 'create', req: request({ data, size: data.length }) } as never)
    },
    async remove(filename) {
      await remove?.({ doc: { filename }, req: request() } as never)
    },
  }
}

/** A request of nobody's; the document is not to be saved again. */
const request = (file?: object) =>
  ({
    context: {},
    file,
    headers: new Headers(),
    payload: { update: () => Promise.resolve(), logger: { error: fail } },
  }) as unknown as PayloadRequest

/** The plugin only tells its log when it cannot remove a file. */
function fail(cause: unknown): never {
  throw new Error('The storage could not be changed back', { cause })
}
