import type { CollectionConfig, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { KINDS } from '../src/domain/text/uploads.ts'
import type { Media as MediaDoc } from '../src/payload-types.ts'
import { filesForEverybody } from './shared/rights/access.ts'
import { environment } from './shared/environment.ts'
import { refuseWrongCrop } from './shared/files/crop.ts'
import { holdDeleted, holdReplaced, putBack, takeTurn } from './shared/files/hold-files.ts'
import { withFormerAddresses } from './shared/files/former-address.ts'
import { serveFile } from './shared/files/serve-file.ts'
import { findRoom, findRoomFirst, keepPrivate, nameFile, removeUnsaved } from './shared/files/store-files.ts'
import { refuseUsed } from './shared/files/used-files.ts'

/** Hooks for files in the folder. In S3 (shared/files/media-storage.ts) they have none here. */
const inFolder = <Hook>(...hooks: ((folder: string) => Hook)[]): Hook[] =>
  environment.s3 ? [] : hooks.map((hook) => hook(environment.mediaFolder))

/** What a file is, is known when it is there; the form asks before. */
const describePictures: TextFieldSingleValidation = (value, options) => {
  const kind = options.req.file?.mimetype ?? (options.data as Partial<MediaDoc>).mimeType
  return text(value, { ...options, required: Boolean(kind?.startsWith('image/')) })
}

/** What says nothing in a list. */
const NO_COLUMN = { disableGroupBy: true, disableListColumn: true, disableListFilter: true }

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Fil', plural: 'Filer' },
  admin: {
    group: 'Indhold',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'updatedAt'],
    description:
      'Billeder og PDF-filer. En fil kan ses af alle, så snart den er lagt op. Den beholder sin adresse, når den skiftes ud.',
  },
  access: { read: filesForEverybody },
  hooks: {
    beforeOperation: [
      ...inFolder(findRoomFirst),
      takeTurn,
      nameFile,
      refuseWrongCrop,
      ...inFolder(holdReplaced),
    ],
    beforeDelete: [refuseUsed, ...inFolder(holdDeleted)],
    beforeValidate: inFolder(findRoom),
    afterChange: inFolder(keepPrivate),
    afterError: inFolder(removeUnsaved, putBack),
  },
  upload: {
    admin: { components: { controls: ['/src/admin/documents/uploads/limits.tsx#UploadLimits'] } },
    staticDir: environment.mediaFolder,
    handlers: environment.s3 ? [] : [withFormerAddresses(serveFile(environment.mediaFolder))],
    mimeTypes: KINDS.map(({ mime }) => mime),
    pasteURL: false,
    imageSizes: [
      {
        name: 'column',
        width: 1280,
        withoutEnlargement: true,
        formatOptions: { format: 'webp' },
        admin: NO_COLUMN,
      },
      // Of a person, beside the name.
      {
        name: 'portrait',
        width: 160,
        height: 160,
        formatOptions: { format: 'webp' },
        admin: NO_COLUMN,
      },
    ],
  },
  fields: [
    // Payload's own, whose names are English.
    { name: 'mimeType', type: 'text', label: 'Filtype' },
    { name: 'url', type: 'text', label: 'Adresse' },
    { name: 'thumbnailURL', type: 'text', label: 'Lille billede', admin: NO_COLUMN },
    {
      name: 'alt',
      label: 'Beskrivelse for dem, der ikke kan se billedet',
      type: 'text',
      maxLength: 300,
      validate: describePictures,
      admin: { description: 'Skal skrives for billeder. En PDF kan undvære den.' },
    },
    {
      name: 'sending',
      type: 'ui',
      admin: { components: { Field: '/src/admin/documents/uploads/sending.tsx#Sending' } },
    },
  ],
}
