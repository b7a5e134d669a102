import type { AfterErrorHook, SanitizedConfig } from 'payload'
import { NOT_LOGGED_IN } from '../domain/accounts/not-logged-in.ts'
import { type Trouble, troubleOf } from '../database/errors/trouble.ts'
import { MOST_BYTES } from '../domain/addresses.ts'

type Told = { status: number; message: string }

/**
 * Tells whoever asked what is wrong in Danish, with a status that is theirs (4xx) where they can mend it, 503 where the
 * database cannot answer now, 507 where there is no room; and nothing of the inside.
 */
export const tellErrors: AfterErrorHook = ({ error, req, collection, result }) => {
  const trouble = troubleOf(error)
  const told = trouble ? ofDatabase(trouble, req.method, req.payload.config) : ofPayload(error)
  // Payload's own question for a preference that is not there lacks a table.
  if (told?.status === 500 && req.method === 'DELETE' && req.pathname?.includes('/payload-preferences/'))
    return { status: 404, response: { errors: [{ message: 'Det findes ikke.' }] } }
  // Payload tells somebody whose session has ended that they may not.
  if (error.name === 'Forbidden' && !req.user)
    return { status: 403, response: { errors: [{ message: NOT_LOGGED_IN }] } }
  if (told) return { status: told.status, response: { errors: [{ message: told.message }] } }
  const errors = result && 'errors' in result ? (result.errors as FieldErrors[]) : []
  if (error.name !== 'ValidationError' || !errors?.[0]?.data?.errors) return
  const fields = errors[0].data.errors.map((field) => ({
    ...field,
    message: inDanish(field.message),
    label:
      field.label ??
      OWN_LABELS[field.path ?? ''] ??
      // What the database refuses has only the field's own name.
      collection?.flattenedFields.find(({ name }) => name === field.path)?.label,
  }))
  // The admin takes the sentence apart at its commas: those within a label become a sign that looks the same.
  const names = fields
    .map(({ label, path }) => (typeof label === 'string' ? label : (path ?? '')).replaceAll(',', '‚'))
    .join(', ')
  // Payload's form has closed its fields for a password by then, and shows this alone.
  const said = fields.every(({ path }) => /password$/i.test(path ?? '')) && fields[0]?.message
  const message =
    said || `Ret ${fields.length === 1 ? 'feltet' : 'felterne'}: ${names || collection?.slug || ''}`
  return { response: { errors: [{ ...errors[0], data: { ...errors[0].data, errors: fields }, message }] } }
}

/**
 * What the admin's lists need to show why many documents were neither changed nor deleted: they count the documents of the
 * answer first, and give up where it has none.
 */
export const tellLists: AfterErrorHook = ({ collection, req, result }) => {
  const isMany = collection !== undefined && req.routeParams?.id === undefined
  if (!isMany || (req.method !== 'PATCH' && req.method !== 'DELETE')) return
  const title = req.method === 'DELETE' && { message: 'Intet er slettet.' }
  return { response: { ...result, docs: [], ...title } }
}

/** Payload's own fields, which have no label of ours. */
const OWN_LABELS: Record<string, string> = { email: 'E-mail', file: 'Fil' }

type FieldErrors = {
  // The database names no field for several that are taken together.
  data?: { errors?: { message: string; path?: string; label?: unknown }[] }
}

/** What the database refused or could not do. */
function ofDatabase(
  { kind, table, detail }: Trouble,
  method: string | undefined,
  config: SanitizedConfig,
): Told {
  const isSave = method !== 'GET'
  switch (kind) {
    case 'gone':
      return {
        status: 503,
        message: `Databasen svarer ikke lige nu, så det kan ikke ${isSave ? 'gemmes' : 'vises'}. Lad siden stå åben, og prøv igen om lidt.`,
      }
    case 'busy':
      return {
        status: 503,
        message: isSave
          ? 'Det, der skal gemmes, er låst af en anden lige nu, så der blev ikke gemt. Lad siden stå åben, og prøv igen om lidt.'
          : 'Databasen nåede ikke at svare. Prøv igen om lidt.',
      }
    case 'storage':
      return {
        status: 503,
        message:
          'Lageret til filer svarer ikke lige nu, så filen kan ikke gemmes. Lad siden stå åben, og prøv igen om lidt.',
      }
    case 'last':
      return {
        status: 400,
        message: 'Der skal altid være mindst én administrator. Gør først en anden til administrator.',
      }
    case 'full':
      return {
        status: 507,
        message:
          'Der er ikke plads på serverens disk, så der blev ikke gemt. Lad siden stå åben, og bed driften om at skaffe plads.',
      }
    case 'value':
      return {
        status: 400,
        message: 'En værdi kan ikke bruges her: den er for stor eller af en anden slags.',
      }
    case 'undone':
      return { status: 400, message: 'En del af det blev afvist, så intet er ændret. Prøv med én ad gangen.' }
    case 'taken':
      return { status: 409, message: 'Det findes allerede. Genindlæs siden, og prøv igen.' }
    case 'missing':
      return method === 'DELETE' || method === undefined
        ? { status: 409, message: stillNamed(table, config) }
        : { status: 400, message: 'Der mangler noget, som skal udfyldes.' }
    case 'reference': {
      const [, id = '', other = ''] =
        /=\(([^)]*)\) is not present in table "([^"]+)"/.exec(detail ?? '') ?? []
      return other
        ? {
            status: 400,
            message: `Der henvises til noget, der ikke findes længere: ${labelOf(other, config)} nr. ${id}.`,
          }
        : { status: 409, message: stillNamed(table, config) }
    }
  }
}

function stillNamed(table: string | undefined, config: SanitizedConfig): string {
  const label = labelOf(table ?? '', config)
  return table?.startsWith('_')
    ? `Det kan ikke slettes: en tidligere udgave af »${label}« bruger det og kunne ellers ikke hentes frem igen.`
    : `Det kan ikke slettes: »${label}« bruger det. Vælg noget andet der først.`
}

/** What editors call the collection or global of a table, its versions and blocks included. */
function labelOf(table: string, { collections, globals }: SanitizedConfig): string {
  const name = table.replace(/^_/, '')
  const owners = [
    ...collections.map(({ slug, labels }) => ({ slug, label: labels.singular })),
    ...globals.map(({ slug, label }) => ({ slug, label })),
  ]
    .map((owner) => ({ ...owner, table: owner.slug.replaceAll('-', '_') }))
    .filter((owner) => name === owner.table || name.startsWith(`${owner.table}_`))
    .toSorted((a, b) => b.table.length - a.table.length)
  const label = owners[0]?.label
  return typeof label === 'string' ? label : 'Noget andet'
}

/** Errors of Payload whose words are English, or that it blames itself for; null: its own Danish words will do. */
function ofPayload(error: Error): Told | null {
  const { status = 500, isInDanish } = error as { status?: number; isInDanish?: boolean }
  if (isInDanish || DANISH.has(error.name)) return null
  if (error instanceof SyntaxError) return { status: 400, message: 'Indholdet kan ikke læses som JSON.' }
  if (OF_A_FORM.test(error.message))
    return { status: 400, message: 'Formularen kan ikke læses. Genindlæs siden.' }
  if (OF_A_PICTURE.test(error.message))
    return { status: 400, message: 'Billedet kan ikke læses. Gem det igen i et billedprogram, og prøv så.' }
  return { status, message: BY_STATUS[status] ?? (status < 500 ? UNREADABLE : APOLOGY) }
}

/** Thrown with words of Payload's translation. */
// prettier-ignore
const DANISH = new Set([
  'ValidationError', 'Forbidden', 'NotFound', 'AuthenticationError', 'LockedAuth', 'MissingFile',
  'FileUploadError', 'ErrorDeletingFile', 'UnauthorizedError', 'UnverifiedEmail',
])

/** busboy's words, which Payload passes on as errors of its own. */
const OF_A_FORM =
  /^(Malformed part header|Unexpected end of (form|file)|Multipart: |Unsupported content type|Missing Content-Type)/

/** sharp's words, and those of what reads a picture's size. */
const OF_A_PICTURE =
  /^(Input (buffer|file) |unrecognized file|Expected|pngload|webpload|heifload|jpegload|vips|bad seek|Corrupt)/i

const UNREADABLE = 'Forespørgslen kan ikke læses eller besvares.'

const APOLOGY = 'Der er sket en fejl. Prøv igen om lidt.'

const BY_STATUS: Record<number, string> = {
  403: 'Det har du ikke adgang til.',
  404: 'Det findes ikke.',
  413: `Det, der sendes, er for stort: højst ${MOST_BYTES.file / 1_000_000} MB.`,
  423: 'Dokumentet er låst, fordi en anden retter det.',
}

/** Payload's sentences about a field that are English in every language. */
function inDanish(message: string): string {
  const [, danish] = ENGLISH.find(([english]) => english.test(message)) ?? [null, message]
  // Payload ends a list of what was chosen wrongly with a comma.
  return danish.replace(/[\s,]+$/, '')
}

const ENGLISH: [RegExp, string][] = [
  [
    /^This relationship field has the following invalid/,
    'Det valgte findes ikke, eller det kan ikke bruges her. Vælg noget andet.',
  ],
  [
    /^(File type|Invalid file type|Invalid MIME type|File buffer|Invalid SVG|Could not determine)/,
    'Filer af den slags kan ikke lægges op her.',
  ],
  [/^Invalid (PDF|file)/i, 'Filen kan ikke læses.'],
  [/^(Value must be unique|A user with)/, 'Den findes allerede. Vælg en anden.'],
  [/^(This field is required|Required)/, 'Dette felt er påkrævet.'],
  [/\b(the|is|not|invalid|must|cannot)\b/, 'Værdien kan ikke bruges.'],
]
