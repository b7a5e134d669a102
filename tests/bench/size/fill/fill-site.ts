import { Client } from 'pg'
import { now } from '../../../../src/server/clock.ts'
import { COPENHAGEN } from '../../../../src/domain/time/copenhagen.ts'
import { makeContent } from '../../search-data.ts'
import { addPages } from './page-rows.ts'
import {
  addContactBoxes,
  addFiles,
  addOrganisation,
  addPressContacts,
  addRedirects,
  addSchedules,
} from './register-rows.ts'
import { firstFreeId, insertRows, Rows } from './rows.ts'
import { addVersions } from './versions.ts'

export type Size = {
  pages: number
  contacts: number
  people: number
  boxes: number
  schedules: number
  redirects: number
  files: number
}

/** What a municipality with so many pages has beside them. */
export function sizeOf(pages: number): Size {
  const share = (of: number) => Math.max(1, Math.round(of * pages))
  return {
    pages,
    contacts: share(0.5),
    people: share(0.5),
    boxes: share(0.03),
    schedules: share(0.008),
    redirects: share(0.2),
    files: share(0.05),
  }
}

/**
 * Adds content of that size, published and with a version each, to a database that has the first content, in one
 * transaction and past the triggers; then makes the search index anew. A server that runs meanwhile hears nothing of it.
 */
export async function fillSite(databaseUrl: string, size: Size): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await insertRows(client, await makeRows(client, size))
    await addVersions(client)
    await client.query('COMMIT')
    await client.query('CALL search.rebuild()')
    await client.query('CALL desk.rebuild()')
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

async function makeRows(client: Client, size: Size): Promise<Rows> {
  const rows = new Rows()
  const free = (table: string) => firstFreeId(client, table)
  const { people, pages } = makeContent(size.contacts + size.people, size.pages)
  addPressContacts(rows, people.slice(0, size.contacts), await free('press_contacts'))
  const departments = addOrganisation(rows, people.slice(size.contacts), {
    firstPerson: await free('people'),
    firstDepartment: await free('departments'),
  })
  const firstSchedule = await free('opening_hours')
  addSchedules(rows, size.schedules, {
    firstSchedule,
    firstException: await free('hours_exceptions'),
    today: now().toZonedDateTimeISO(COPENHAGEN).toPlainDate(),
  })
  const boxes = addContactBoxes(rows, size.boxes, {
    firstBox: await free('contact_boxes'),
    firstSchedule,
    schedules: size.schedules,
    departments,
  })
  const files = addFiles(rows, size.files, await free('media'))
  const firstPage = await free('pages')
  addPages(rows, pages, { boxes, departments, files, firstPage })
  addRedirects(rows, size.redirects, { first: firstPage, count: size.pages })
  return rows
}
