import type { CollectionConfig } from 'payload'
import { editorsOnly, filesForEverybody } from './shared/access.ts'
import { environment } from './shared/environment.ts'
import { refuseWrongCrop } from './shared/files/crop.ts'
import { holdDeleted, holdReplaced, putBack, takeTurn } from './shared/files/hold-files.ts'
import { serveFile } from './shared/files/serve-file.ts'
import {
  findRoom,
  findRoomFirst,
  keepPrivate,
  KINDS,
  nameFile,
  removeUnsaved,
} from './shared/files/store-files.ts'
import { refuseUsed } from './shared/files/used-files.ts'

/** Hooks for files in the folder. In S3 (shared/files/media-storage.ts) they have none here. */
const inFolder = <Hook>(...hooks: ((folder: string) => Hook)[]): Hook[] =>
  environment.s3 ? [] : hooks.map((hook) => hook(environment.mediaFolder))

export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Fil', plural: 'Filer' },
  admin: {
    group: 'Indhold',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'updatedAt'],
    description: 'Billeder og PDF-filer. En fil kan ses af alle, så snart den er lagt op.',
  },
  access: { ...editorsOnly, read: filesForEverybody },
  hooks: {
    beforeOperation: [
      ...inFolder(findRoomFirst),
      nameFile,
      refuseWrongCrop,
      takeTurn,
      ...inFolder(holdReplaced),
    ],
    beforeDelete: [refuseUsed, ...inFolder(holdDeleted)],
    beforeValidate: inFolder(findRoom),
    afterChange: inFolder(keepPrivate),
    afterError: inFolder(removeUnsaved, putBack),
  },
  upload: {
    staticDir: environment.mediaFolder,
    handlers: environment.s3 ? [] : [serveFile(environment.mediaFolder)],
    mimeTypes: KINDS,
    pasteURL: false,
    imageSizes: [
      { name: 'column', width: 1280, withoutEnlargement: true, formatOptions: { format: 'webp' } },
    ],
  },
  fields: [
    {
      name: 'alt',
      label: 'Beskrivelse for dem, der ikke kan se billedet',
      type: 'text',
      required: true,
      maxLength: 300,
    },
  ],
}
