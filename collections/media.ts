import type { CollectionConfig, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { KINDS } from '../src/domain/text/uploads.ts'
import type { Media as MediaDoc } from '../src/payload-types.ts'
import { filesForEverybody } from './shared/rights/access.ts'
import { IMAGE_SIZES, NO_COLUMN } from './shared/files/image-sizes.ts'
import { askIfThere, contentFields, keepHashes, noteSent } from './shared/files/same-content.ts'
import { departmentField } from './shared/fields/department-field.ts'
import { formPart } from './shared/fields/form-part.ts'
import { tagsEndpoint, tagsField } from './shared/files/tags.ts'
import { tidyEndpoint } from './lists/tidy-files.ts'
import { environment } from './shared/environment.ts'
import { refuseWrongCrop } from './shared/files/content/crop.ts'
import { holdDeleted, holdReplaced, putBack, takeTurn, takeTurnToDelete } from './shared/files/hold-files.ts'
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

/** A small picture of a picture, never the picture itself, which may be 25 MB; false: the sign of a file. */
const thumbnailOf = ({ mimeType, sizes, filesize, url }: Partial<MediaDoc>): string | false => {
  if (!mimeType?.startsWith('image/')) return false
  const isSmall = (filesize ?? 0) < 100_000
  return sizes?.portrait?.url ?? sizes?.half?.url ?? sizes?.column?.url ?? ((isSmall && url) || false)
}

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Fil', plural: 'Filer' },
  admin: {
    group: 'Indhold',
    components: { beforeListTable: ['/src/admin/documents/uploads/file-filters.tsx#FileFilters'] },
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'tags', 'mimeType', 'updatedAt'],
    description:
      'Billeder og PDF-filer. En fil kan ses af alle, så snart den er lagt op. Den beholder sin adresse, når den skiftes ud.',
  },
  access: { read: filesForEverybody },
  endpoints: [tagsEndpoint, tidyEndpoint],
  hooks: {
    beforeOperation: [
      ...inFolder(findRoomFirst),
      takeTurn,
      noteSent,
      nameFile,
      askIfThere,
      refuseWrongCrop,
      ...inFolder(holdReplaced),
    ],
    beforeDelete: [refuseUsed, takeTurnToDelete, ...inFolder(holdDeleted)],
    beforeValidate: inFolder(findRoom),
    beforeChange: [keepHashes],
    afterChange: inFolder(keepPrivate),
    afterError: inFolder(removeUnsaved, putBack),
  },
  upload: {
    admin: { components: { controls: ['/src/admin/documents/uploads/limits.tsx#UploadLimits'] } },
    staticDir: environment.mediaFolder,
    handlers: environment.s3 ? [] : [withFormerAddresses(serveFile(environment.mediaFolder))],
    mimeTypes: KINDS.map(({ mime }) => mime),
    pasteURL: false,
    imageSizes: IMAGE_SIZES,
    adminThumbnail: ({ doc }) => thumbnailOf(doc as Partial<MediaDoc>),
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
    tagsField,
    departmentField('filen'),
    ...contentFields,
    formPart('sameFile', '/src/admin/documents/uploads/same-file.tsx#SameFileDialog'),
    {
      name: 'sending',
      type: 'ui',
      admin: { components: { Field: '/src/admin/documents/uploads/sending.tsx#Sending' } },
    },
  ],
}
