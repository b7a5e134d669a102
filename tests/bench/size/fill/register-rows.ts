import type { Temporal } from 'temporal-polyfill'
import type { Week } from '../../../../src/domain/hours/week.ts'
import { slugify } from '../../../../src/domain/slug.ts'
import type { Person } from '../../search-data.ts'
import { orderKey, rowId, type Rows } from './rows.ts'

const published = { _status: 'published' } as const

/** A Danish mobile number of its own for each. */
const phone = (at: number) => `+45${20_000_000 + at * 97}`

const email = (name: string, at: number) => `${slugify(name)}-${at}@example.dk`

export function addPressContacts(rows: Rows, contacts: Person[], firstId: number): void {
  contacts.forEach(({ name, title }, at) => {
    const id = firstId + at
    const slug = `${slugify(name)}-${at}`
    rows.add('press_contacts', {
      id,
      name,
      slug,
      title,
      email: email(name, at),
      ...published,
      _order: orderKey(at),
    })
    rows.add('press_contacts_phones', { _order: 1, _parent_id: id, id: rowId(at), number: phone(at) })
  })
}

/** People, two fifths of them at the head of departments in a tree of three levels. Answers the departments' ids. */
export function addOrganisation(
  rows: Rows,
  people: Person[],
  { firstPerson, firstDepartment }: { firstPerson: number; firstDepartment: number },
): number[] {
  people.forEach(({ name }, at) =>
    rows.add('people', {
      id: firstPerson + at,
      name,
      phone: phone(at + 50_000),
      email: email(name, at),
      ...published,
    }),
  )
  const departments = Math.ceil(people.length * 0.06)
  const ids = Array.from({ length: departments }, (_, at) => firstDepartment + at)
  ids.forEach((id, at) =>
    rows.add('departments', {
      id,
      name: `${at < TOPS ? 'Forvaltning' : at < MIDDLES ? 'Afdeling' : 'Kontor'} ${at + 1}`,
      kind: at < TOPS ? 'administration' : at < MIDDLES ? 'department' : 'unit',
      parent_id:
        at < TOPS ? null : firstDepartment + (at < MIDDLES ? at % TOPS : TOPS + (at % (MIDDLES - TOPS))),
      ...published,
      _order: orderKey(at),
    }),
  )
  people.slice(0, Math.ceil(people.length * 0.4)).forEach(({ title }, at) =>
    rows.add('departments_appointments', {
      _order: Math.floor(at / departments) + 1,
      _parent_id: firstDepartment + (at % departments),
      id: rowId(at),
      person_id: firstPerson + at,
      title,
      acting: at % 10 === 0,
    }),
  )
  return ids
}

const TOPS = 6
const MIDDLES = 36

/** Schedules that all open on Mondays at 8, and half as many exceptions, one a week, never on a Monday. */
export function addSchedules(
  rows: Rows,
  count: number,
  {
    firstSchedule,
    firstException,
    today,
  }: { firstSchedule: number; firstException: number; today: Temporal.PlainDate },
): void {
  for (let at = 0; at < count; at++)
    rows.add('opening_hours', {
      id: firstSchedule + at,
      name: `Åbningstid ${at + 1}`,
      follows_calendar: at % 4 > 0,
      week: weekOf(at),
      ...published,
    })
  const tuesday = today.add({ days: 9 - today.dayOfWeek })
  for (let at = 0; at < Math.ceil(count / 2); at++) {
    const id = firstException + at
    const kind = ['closed', 'closesFrom', 'spans'][at % 3]
    const isForAll = at % 8 === 0
    rows.add('hours_exceptions', {
      id,
      from: `${tuesday.add({ weeks: at }).toString()}T12:00:00.000Z`,
      to: at % 2 ? `${tuesday.add({ weeks: at, days: 2 }).toString()}T12:00:00.000Z` : null,
      kind,
      closes_from: kind === 'closesFrom' ? '12:00' : null,
      reason: `Personaledag ${at + 1}`,
      applies_to: isForAll ? 'calendar' : 'chosen',
      ...published,
    })
    if (kind === 'spans')
      rows.add('hours_exceptions_spans', {
        _order: 1,
        _parent_id: id,
        id: rowId(at),
        from: '10:00',
        to: '12:00',
        next_day: false,
      })
    if (isForAll) continue
    for (const order of [1, 2])
      rows.add('hours_exceptions_rels', {
        order,
        parent_id: id,
        path: 'schedules',
        opening_hours_id: firstSchedule + ((at * 2 + order - 1) % count),
      })
  }
}

const weekOf = (at: number): Week => ({
  monday: [{ from: '08:00', to: `${14 + (at % 4)}:00` }],
  tuesday: 'monday',
  wednesday: at % 3 === 0 ? [] : 'monday',
  thursday: [
    { from: '09:00', to: '12:00' },
    { from: '12:30', to: `${16 + (at % 3)}:00` },
  ],
  friday: [{ from: '08:00', to: '12:00' }],
  saturday: at % 9 === 0 ? [{ from: '10:00', to: '13:00' }] : [],
  sunday: [],
})

export function addContactBoxes(
  rows: Rows,
  count: number,
  refs: { firstBox: number; firstSchedule: number; schedules: number; departments: number[] },
): number[] {
  const ids = Array.from({ length: count }, (_, at) => refs.firstBox + at)
  ids.forEach((id, at) =>
    rows.add('contact_boxes', {
      id,
      name: `Kontaktboks ${at + 1}`,
      slug: `kontaktboks-${at + 1}`,
      department_id: at % 3 ? null : (refs.departments[at % refs.departments.length] ?? null),
      street: `Boulevarden ${at + 1}`,
      postal_code: '9000',
      city: 'Aalborg',
      phone: phone(at + 90_000),
      write_shown: at % 2 === 0,
      opening_hours_id: refs.firstSchedule + (at % refs.schedules),
      phone_hours_id: at % 3 ? refs.firstSchedule + ((at + 1) % refs.schedules) : null,
      ...published,
      _order: orderKey(at),
    }),
  )
  return ids
}

/** Old addresses, each leading to a page. */
export function addRedirects(rows: Rows, count: number, pages: { first: number; count: number }): void {
  for (let at = 0; at < count; at++)
    rows.add('redirects', {
      from: `/gamle-sider/afsnit-${at % 40}/side-${at}`,
      page_id: pages.first + ((at * 7) % pages.count),
    })
}

/** Images in two sizes. There are no files behind them. */
export function addFiles(rows: Rows, count: number, firstId: number): number[] {
  const ids = Array.from({ length: count }, (_, at) => firstId + at)
  ids.forEach((id, at) =>
    rows.add('media', {
      id,
      alt: `Et billede af kommunen, nummer ${at + 1}`,
      url: `/api/media/file/billede-${at}.jpg`,
      filename: `billede-${at}.jpg`,
      mime_type: 'image/jpeg',
      filesize: 900_000 + at,
      width: 2400,
      height: 1600,
      focal_x: 50,
      focal_y: 50,
      sizes_column_url: `/api/media/file/billede-${at}-1280x853.webp`,
      sizes_column_width: 1280,
      sizes_column_height: 853,
      sizes_column_mime_type: 'image/webp',
      sizes_column_filesize: 120_000,
      sizes_column_filename: `billede-${at}-1280x853.webp`,
    }),
  )
  return ids
}
