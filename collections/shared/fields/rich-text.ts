import {
  BoldFeature,
  createServerFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Field, FieldAffectingData, TextField } from 'payload'
import { linkProblem } from '../../../src/domain/link.ts'
import { plainText } from '../../../src/domain/text/rich-words.ts'
import { tableProblem } from '../../../src/domain/text/tables.ts'
import { anchorOfPage, refuseAddress, TYPED_ADDRESS } from './link-fields.ts'

/** Rules for nodes of the editor by their type; a rule says what is wrong, in Danish, or null. */
type Rules = Record<string, (node: object) => string | null>

type FeatureNode = { node: unknown; validations?: unknown[] }

/** The nodes of a feature with our rules instead of its own. */
const ruled = <Node extends FeatureNode>(nodes: readonly Node[] | undefined, rules: Rules): Node[] =>
  (nodes ?? []).map((entry) => {
    const { node } = entry
    const type = (typeof node === 'function' ? node : (node as { with: unknown }).with) as {
      getType(): string
    }
    const rule = rules[type.getType()]
    return rule ? { ...entry, validations: [({ node }: { node: object }) => rule(node) ?? true] } : entry
  })

/** The rule of src/domain/link.ts for a link in a text; what it says names the link by its words. */
function refuseLink(node: object): string | null {
  const { fields, children } = node as { fields?: object; children?: never[] }
  const problem = linkProblem(fields ?? {})
  return problem && `Linket »${plainText(children ?? []).slice(0, 80)}«: ${problem}`
}

/** What a link's drawer asks for: an address, or a page with one of its headings, or a file. */
const fieldsOfLink = ({ defaultFields }: { defaultFields: readonly FieldAffectingData[] }): Field[] => [
  ...defaultFields
    .filter((field) => !('name' in field) || field.name !== 'newTab')
    .map((field): Field => {
      const { name, admin } = field as TextField
      const own =
        name === 'url'
          ? // Without Payload's hook, which writes some addresses differently than they were typed.
            { hooks: {}, validate: refuseAddress, admin: { ...admin, ...TYPED_ADDRESS(true) } }
          : name === 'doc'
            ? { label: 'Side eller fil' }
            : {}
      return { ...field, ...own } as Field
    }),
  anchorOfPage('doc'),
]

const Links = createServerFeature({
  key: 'link',
  feature: async (args) => {
    const { feature } = LinkFeature({
      enabledCollections: ['pages', 'media'],
      maxDepth: 0,
      fields: fieldsOfLink,
    })
    const made = typeof feature === 'function' ? await feature(args as never) : feature
    return { ...made, nodes: ruled(made.nodes, { link: refuseLink, autolink: refuseLink }) }
  },
})

/** Tables of simple cells. Payload's own feature gives the nodes; its menu is English, and ours stands in src/admin. */
const Tables = createServerFeature({
  key: 'tables',
  feature: async (args) => {
    const { feature } = EXPERIMENTAL_TableFeature()
    const made = typeof feature === 'function' ? await feature(args as never) : feature
    return {
      ClientFeature: '/src/admin/writing/tables/table-feature.tsx#TablesFeatureClient',
      nodes: ruled(made.nodes, { table: tableProblem }),
    }
  },
})

const Paste = createServerFeature({
  key: 'paste',
  feature: { ClientFeature: '/src/admin/writing/paste/paste-feature.tsx#PasteFeatureClient' },
})

const Typed = createServerFeature({
  key: 'typed',
  feature: { ClientFeature: '/src/admin/writing/typed-feature.tsx#TypedFeatureClient' },
})

const Advice = createServerFeature({
  key: 'advice',
  feature: { ClientFeature: '/src/admin/writing/advice/advice-feature.tsx#AdviceFeatureClient' },
})

const editor = lexicalEditor({
  // Only what pages can show, so that src/content does not have to map anything else.
  features: [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    Links(),
    Tables(),
    Paste(),
    Typed(),
    Advice(),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})

/** The editor of running text. What its rules say is said without the English words that Payload puts before it. */
export const richTextEditor: typeof editor = async (args) => {
  const made = await editor(args)
  return {
    ...made,
    validate: async (value, options) => {
      const said = await made.validate(value, options)
      return typeof said === 'string' ? said.replace(/^(\w+ node failed to validate: )+/, '') : said
    },
  }
}
