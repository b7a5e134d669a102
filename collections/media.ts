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
      ...(environment.s3 ? [] : [findRoomFirst(environment.mediaFolder)]),
      nameFile,
      refuseWrongCrop,
      takeTurn,
      ...(environment.s3 ? [] : [holdReplaced(environment.mediaFolder)]),
    ],
    beforeDelete: [refuseUsed, ...(environment.s3 ? [] : [holdDeleted(environment.mediaFolder)])],
    // In S3 (shared/files/media-storage.ts) files have no folder here.
    ...(environment.s3
      ? {}
      : {
          beforeValidate: [findRoom(environment.mediaFolder)],
          afterChange: [keepPrivate(environment.mediaFolder)],
          afterError: [removeUnsaved(environment.mediaFolder), putBack(environment.mediaFolder)],
        }),
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
