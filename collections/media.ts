import path from 'node:path'
import { existsSync } from 'node:fs'
import type { CollectionConfig } from 'payload'
import { editorsOnly, filesForEverybody } from './shared/access.ts'
import { environment } from './shared/environment.ts'

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
  upload: {
    staticDir: environment.mediaFolder,
    handlers: [
      // For a missing file, Payload would answer 500.
      (_request, { params }) => {
        if (!existsSync(path.join(environment.mediaFolder, path.basename(params.filename)))) {
          return new Response('Filen findes ikke.', { status: 404 })
        }
      },
    ],
    // No SVG, HTML or XML, because they can contain scripts.
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'application/pdf'],
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
