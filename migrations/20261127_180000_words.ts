import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

type Row = Record<string, unknown> & { id: number }
type Database = MigrateUpArgs['db']

/** The fixed words become one value that holds what editors changed; fragments that were glued become sentences. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const { table, prefix } of tables) {
    await db.execute(
      sql.raw(`ALTER TABLE "${table}" ADD COLUMN "${prefix}overrides" jsonb DEFAULT '{}'::jsonb NOT NULL`),
    )
    for (const row of await rowsOf(table, db)) {
      const overrides = JSON.stringify(overridesOf((column) => String(row[prefix + column] ?? '')))
      await db.execute(
        sql`UPDATE ${sql.identifier(table)} SET ${sql.identifier(`${prefix}overrides`)} = ${overrides}::jsonb
             WHERE id = ${row.id}`,
      )
    }
    const drops = columns.map((column) => `DROP COLUMN "${prefix}${column}"`)
    await db.execute(sql.raw(`ALTER TABLE "${table}" ${drops.join(', ')}`))
  }
}

/** A sentence that cannot be taken apart into the old fragments becomes the old default. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const { table, prefix } of tables) {
    const adds = columns.map(
      (column) => `ADD COLUMN "${prefix}${column}" varchar DEFAULT '${oldDefaults[column]}' NOT NULL`,
    )
    await db.execute(sql.raw(`ALTER TABLE "${table}" ${adds.join(', ')}`))
    for (const row of await rowsOf(table, db)) {
      const overrides = (row[`${prefix}overrides`] ?? {}) as Record<string, string>
      for (const [column, text] of Object.entries(columnsOf(overrides))) {
        await db.execute(
          sql`UPDATE ${sql.identifier(table)} SET ${sql.identifier(prefix + column)} = ${text} WHERE id = ${row.id}`,
        )
      }
    }
    await db.execute(sql.raw(`ALTER TABLE "${table}" DROP COLUMN "${prefix}overrides"`))
  }
}

const tables = [
  { table: 'labels', prefix: '' },
  { table: '_labels_v', prefix: 'version_' },
]

const rowsOf = async (table: string, db: Database): Promise<Row[]> =>
  (await db.execute(sql`SELECT * FROM ${sql.identifier(table)}`)).rows as Row[]

/** What is stored of the words in the old columns of a row; nothing where an editor changed nothing. */
function overridesOf(textIn: (column: string) => string): Record<string, string> {
  const isChanged = (column: string) => textIn(column) !== '' && textIn(column) !== oldDefaults[column]
  // Braces would be read as placeholders.
  const text = (column: string) =>
    (textIn(column) || (oldDefaults[column] ?? '')).replaceAll('{', '(').replaceAll('}', ')')
  const plain = plainColumns.filter(isChanged).map((column) => [keyOf(column), text(column)])
  const sentences = Object.entries(composed)
    .filter(([, parts]) => fragmentsOf(parts).some(({ column }) => isChanged(column)))
    .map(([key, parts]) => [
      key,
      parts.replace(FRAGMENT, (_, column: string, lower?: string) =>
        lower ? text(column).toLowerCase() : text(column),
      ),
    ])
  return Object.fromEntries([...plain, ...sentences]) as Record<string, string>
}

/** What stands in the old columns for stored words. */
function columnsOf(overrides: Record<string, string>): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [key, parts] of Object.entries(composed)) {
    const found = new RegExp(`^${escaped(parts).replace(FRAGMENT, '(.+)')}$`).exec(overrides[key] ?? '')
    fragmentsOf(parts).forEach(({ column, isLower }, index) => {
      const text = found?.[index + 1]
      if (text !== undefined && !isLower) texts[column] = text
    })
  }
  for (const column of plainColumns) {
    const text = overrides[keyOf(column)]
    if (text !== undefined) texts[column] = text
  }
  return texts
}

/** `search_none_help` is `search.noneHelp`. */
const keyOf = (column: string): string =>
  column.replace('_', '.').replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const FRAGMENT = /\[([a-z_]+)(:lower)?\]/g

const fragmentsOf = (parts: string) =>
  [...parts.matchAll(FRAGMENT)].map(([, column = '', lower]) => ({ column, isLower: lower !== undefined }))

const escaped = (text: string): string => text.replaceAll(/[{}.?]/g, String.raw`\$&`)

/** The sentences of now, with the columns of before in brackets. */
const composed: Record<string, string> = {
  'shell.updated': '[shell_updated] {date}',
  'shell.cvr': '[shell_cvr] {number}',
  'contact.writeByPost': '[contact_write_by_post] {address}',
  'contact.newWeek': '[contact_new_week] {date}',
  'contact.openingSpecialDays': '[contact_opening_hours]: [contact_special_days]',
  'contact.phoneSpecialDays': '[contact_phone_hours]: [contact_special_days]',
  'contact.acting': '[contact_acting] {title}',
  'contact.phone': '[contact_phone] {phone}',
  'hours.eventOpening': '{place}, [contact_opening_hours:lower]',
  'hours.eventPhone': '{place}, [contact_phone_hours:lower]',
  'search.suggestionCount': '{count} [search_suggestions:lower]',
  'search.result': '{count} [search_result] [search_for] »{query}«',
  'search.results': '{count} [search_results] [search_for] »{query}«',
  'search.resultsOnPage':
    '{count} [search_results] [search_for] »{query}«, [search_page:lower] {page} [search_of:lower] {pages}',
  'search.noResults': '[search_no_results] [search_for] »{query}«',
  'search.suggestion': '[search_suggestion] {suggestion}?',
  'search.page': '[search_page] {page} [search_of] {pages}',
  'search.contact': '{count} [search_contact]',
  'search.contacts': '{count} [search_contacts]',
  'search.contactFor': '{count} [search_contact] for »{query}«',
  'search.contactsFor': '{count} [search_contacts] for »{query}«',
  'deadline.answer': '[deadline_answer_lead] {date}',
  'deadline.complete': '[deadline_complete] {date}.',
  'deadline.by': '[deadline_by] {date}',
  'deadline.from': '[deadline_from] {date}',
}

/** The columns of before with their defaults. */
const oldDefaults: Record<string, string> = {
  shell_skip_link: 'Spring til hovedindhold',
  shell_menu: 'Hovedmenu',
  shell_home: 'Hjem',
  shell_breadcrumb: 'Du er her',
  shell_share: 'Del indhold',
  shell_share_mail: 'Send siden i en e-mail',
  shell_share_facebook: 'Del på Facebook',
  shell_share_linked_in: 'Del på LinkedIn',
  shell_updated: 'Sidst opdateret',
  shell_cvr: 'CVR-nummer',
  contact_contact: 'Kontakt',
  contact_call: 'Ring til os',
  contact_write: 'Skriv til os',
  contact_write_link: 'Skriv til os her',
  contact_write_by_post: 'Send et brev til',
  contact_opening_hours: 'Åbningstider',
  contact_phone_hours: 'Telefontider',
  contact_week: 'Ugens tider',
  contact_new_week: 'Nye tider fra',
  contact_special_days: 'Særlige dage',
  contact_calendar_feed: 'Lukkedage til din kalender',
  contact_vcard: 'Gem kontakt',
  contact_leaders: 'Ledelse',
  contact_acting: 'Konstitueret',
  contact_phone: 'Tlf.',
  search_site_search: 'Søg på aalborg.dk',
  search_button: 'Søg',
  search_title: 'Søg',
  search_contact_title: 'Søg pressekontakter',
  search_contact_hint: 'Skriv et navn, en titel eller et telefonnummer',
  search_empty: 'Skriv, hvad du leder efter, for eksempel et navn, et emne eller et telefonnummer.',
  search_none: 'Vi fandt ikke noget. Prøv med færre bogstaver eller et andet ord.',
  search_none_help: 'Du kan også ringe til os, så hjælper vi dig videre.',
  search_many: 'Der er mange resultater. Skriv et ord mere for at finde det rigtige.',
  search_clear: 'Vis alle',
  search_contact: 'kontakt',
  search_contacts: 'kontakter',
  search_result: 'resultat',
  search_results: 'resultater',
  search_no_results: 'Ingen resultater',
  search_for: 'for',
  search_suggestion: 'Mente du',
  search_filters: 'Vis kun',
  search_more: 'Flere resultater',
  search_previous: 'Forrige',
  search_next: 'Næste',
  search_page: 'Side',
  search_of: 'af',
  search_suggestions: 'Forslag',
  kinds_contact: 'Pressekontakt',
  kinds_leader: 'Leder',
  kinds_department: 'Organisation',
  kinds_box: 'Kontakt',
  kinds_page: 'Side',
  kinds_guidance: 'Aktindsigt',
  kinds_principle: 'Pejlemærke',
  kinds_story: 'Grundfortælling',
  deadline_title: 'Frist for svar på aktindsigt',
  deadline_summary:
    'Se, hvornår kommunen senest skal svare på din anmodning om aktindsigt, og hvad du kan gøre, hvis du ikke får det svar, du håbede på.',
  deadline_received: 'Dag, kommunen modtog din anmodning',
  deadline_received_hint: 'Det er dagen, hvor din e-mail eller dit brev nåede frem til os.',
  deadline_complaint_group: 'Har du klaget over et afslag?',
  deadline_complaint_group_hint: 'Så regner vi også fristerne for klagen ud. Udfyld kun det, du ved.',
  deadline_complaint: 'Dag, kommunen modtog din klage',
  deadline_appeal: 'Dag, klageinstansen modtog klagen fra kommunen',
  deadline_button: 'Beregn frist',
  deadline_again: 'Beregn en anden frist',
  deadline_error_heading: 'Ret datoen, så kan vi beregne fristen',
  deadline_answer_lead: 'Kommunen skal svare senest',
  deadline_guidance:
    'Beregningen er vejledning og ikke en juridisk afgørelse. Den bygger på de helligdage, der står i kommunens kalender i dag.',
  deadline_complete: 'Kalenderen er udfyldt til og med',
  deadline_timeline: 'Sådan forløber det',
  deadline_by: 'Senest',
  deadline_from: 'Fra',
  deadline_received_title: 'Kommunen modtager din anmodning',
  deadline_received_text: 'Dagen tæller ikke med. Vi begynder at tælle den næste arbejdsdag.',
  deadline_answer_title: 'Kommunen skal have svaret dig',
  deadline_answer_text:
    'Fristen er 7 arbejdsdage og løber til dagens slutning. Kan kommunen undtagelsesvis ikke nå det, skal den fortælle dig hvorfor, og hvornår du kan vente et svar (offentlighedsloven § 36, stk. 2).',
  deadline_delay_title: 'Du kan klage over ventetiden',
  deadline_delay_text:
    'Er der gået 14 arbejdsdage uden et svar, kan du klage over, at sagen trækker ud (offentlighedsloven § 39).',
  deadline_refused: 'Hvis du får helt eller delvist afslag',
  deadline_complaint_title: 'Kommunen ser på din klage',
  deadline_complaint_length: 'Inden 7 arbejdsdage fra kommunen har fået klagen',
  deadline_complaint_text:
    'Send klagen til kommunen, som gav afslaget. Kommunen beslutter, om den holder fast i afslaget. Gør den det, sender den klagen videre til klageinstansen (offentlighedsloven § 37).',
  deadline_appeal_title: 'Klageinstansen afgør klagen',
  deadline_appeal_length: 'Inden 20 arbejdsdage fra klageinstansen selv har fået klagen',
  deadline_appeal_text:
    'Det er hovedreglen. Fristen tæller fra den dag, klageinstansen får klagen, ikke fra den dag, du sendte den (offentlighedsloven § 37).',
  deadline_ombudsman_title: 'Folketingets Ombudsmand',
  deadline_ombudsman_length: 'Når du har brugt dine klagemuligheder',
  deadline_ombudsman_text:
    'Er du stadig utilfreds, kan du klage til Folketingets Ombudsmand. Det kan du også, hvis en myndighed har været for længe om sagen eller har vejledt dig forkert.',
  deadline_skipped: 'Dage, vi har sprunget over',
  deadline_skipped_none: 'Ingen helligdage falder i perioden.',
  deadline_weekends: 'Lørdage og søndage tæller aldrig med.',
  deadline_reminder: 'Gem fristen i din kalender',
  deadline_reminder_answer: 'Frist for svar på aktindsigt',
  deadline_reminder_delay: 'Du kan klage over ventetid på aktindsigt',
  deadline_back: 'Læs mere om aktindsigt',
  errors_not_found_title: 'Siden findes ikke',
  errors_not_found_text:
    'Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, du mangler, eller begynd forfra.',
  errors_not_found_link: 'Gå til forsiden',
  errors_failed_title: 'Siden kan ikke vises lige nu',
  errors_failed_text: 'Der er sket en fejl hos os. Prøv igen om lidt. De andre sider virker stadig.',
}

const columns = Object.keys(oldDefaults)

const fragmentsOnly = ['search_for', 'search_of', 'deadline_answer_lead']

/** The columns whose word is the same text now. */
const plainColumns = columns.filter(
  (column) => !fragmentsOnly.includes(column) && !(keyOf(column) in composed),
)
