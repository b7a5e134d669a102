import {
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { TextField, TextFieldSingleValidation } from 'payload'
import { linkError } from '../../../src/domain/link.ts'

const refuseUnsafeLink: TextFieldSingleValidation = (value) => (value ? (linkError(value) ?? true) : true)

/** Only what pages can show, so that src/content does not have to map anything else. */
export const richTextFeatures = [
  ParagraphFeature(),
  HeadingFeature({ enabledHeadingSizes: ['h3', 'h4'] }),
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  LinkFeature({
    enabledCollections: ['pages'],
    maxDepth: 0,
    fields: ({ defaultFields }) =>
      defaultFields
        .filter((field) => !('name' in field) || field.name !== 'newTab')
        .map((field) =>
          'name' in field && field.name === 'url' && field.type === 'text'
            ? ({ ...field, validate: refuseUnsafeLink } as TextField)
            : field,
        ),
  }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]
