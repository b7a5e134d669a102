import { sql } from '../sql.ts'

const order = `'zz' || lpad(number::text, 4, '0')`
const STAMPS = `_status, updated_at, created_at`
const NOW = `'published', now(), now()`

/** Press contacts after those of the first content: `Navn 001 Test` and so on. */
export const addContacts = (databaseUrl: string, count: number) =>
  sql(
    databaseUrl,
    `WITH added AS (
       INSERT INTO press_contacts (name, slug, title, email, _order, ${STAMPS})
       SELECT 'Navn ' || lpad(number::text, 3, '0') || ' Test', 'navn-' || number, 'Pressemedarbejder', 'navn' || number || '@example.dk', ${order}, ${NOW}
       FROM generate_series(1, $1::int) AS number RETURNING id)
     INSERT INTO press_contacts_phones (_order, _parent_id, id, number)
     SELECT 1, id, 'phone-' || id, '+4520' || lpad(id::text, 6, '0') FROM added`,
    [count],
  )

/** Contact boxes after those of the first content, with its hours: `Boks 1` and so on. */
export const addBoxes = (databaseUrl: string, count: number) =>
  sql(
    databaseUrl,
    `INSERT INTO contact_boxes (name, slug, street, postal_code, city, phone, opening_hours_id, phone_hours_id, _order, ${STAMPS})
     SELECT 'Boks ' || number, 'boks-' || number, 'Boulevarden ' || number, '9000', 'Aalborg', '+4599310000',
            hours.id, hours.id, ${order}, ${NOW}
     FROM generate_series(1, $1::int) AS number, (SELECT min(id) AS id FROM opening_hours) AS hours`,
    [count],
  )

/** Pages below a page, in this order: `Underside 1` and so on. */
export const addChildren = (databaseUrl: string, parent: string, count: number) =>
  sql(
    databaseUrl,
    `INSERT INTO pages (title, slug, summary, parent_id, _order, ${STAMPS})
     SELECT 'Underside ' || number, 'underside-' || number, 'Kort om underside ' || number, above.id, ${order}, ${NOW}
     FROM generate_series(1, $2::int) AS number, (SELECT id FROM pages WHERE slug = $1) AS above`,
    [parent, count],
  )

/** Departments below the first one: `many` right below it, and ten below each of those. */
export async function addDepartments(databaseUrl: string, many: number) {
  await sql(
    databaseUrl,
    `INSERT INTO departments (name, kind, parent_id, _order, ${STAMPS})
     SELECT 'Afdeling ' || number, 'department', top.id, ${order}, ${NOW}
     FROM generate_series(1, $1::int) AS number,
          (SELECT id FROM departments WHERE name = 'Borgmesterens Forvaltning') AS top`,
    [many],
  )
  await sql(
    databaseUrl,
    `INSERT INTO departments (name, kind, parent_id, _order, ${STAMPS})
     SELECT 'Kontor ' || number || ' i ' || above.name, 'unit', above.id, ${order}, ${NOW}
     FROM generate_series(1, 10) AS number, departments AS above WHERE above.name LIKE 'Afdeling %'`,
  )
}
