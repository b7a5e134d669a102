import { afterAll, beforeAll, expect, test } from 'vitest'
import { draftOfPage } from '../../../../../src/web/drafts/draft-of-page.ts'
import { may, type Name, NAMES, RESTRICTED, type RightsSite, rightsSite, WHOSE } from './rights-site.ts'

// The ways in that are not one save of one document.

let site: RightsSite

beforeAll(async () => {
  site = await rightsSite()
})

afterAll(() => site.drop())

const as = (name: Name) => (method: string, address: string, body?: unknown) =>
  site.ask(method, address, body, site.people[name])

test('of many at once only one’s own are changed, and an exception that is also another’s ends it', async () => {
  const [own, others] = [await site.fresh('people', 'own'), await site.fresh('people', 'others')]
  const [ownBefore, before] = [await site.stored('people', own.id), await site.stored('people', others.id)]
  await as('localEditor')('PATCH', `/people?where[id][in]=${own.id},${others.id}`, { email: 'ny@example.dk' })
  expect(await site.stored('people', own.id)).not.toBe(ownBefore)
  expect(await site.stored('people', others.id)).toBe(before)
  const shared = await site.payload.create({
    collection: 'hours-exceptions',
    data: {
      ...site.dataOf('hours-exceptions', 'own'),
      departments: [site.own.departments, site.others.departments],
      _status: 'published',
    } as never,
  })
  const mine = await site.fresh('hours-exceptions', 'own')
  const both = [
    await site.stored('hours-exceptions', shared.id),
    await site.stored('hours-exceptions', mine.id),
  ]
  for (const [method, body] of [
    ['PATCH', { reason: 'Ny' }],
    ['DELETE', undefined],
  ] as const) {
    const answer = await as('localEditor')(
      method,
      `/hours-exceptions?where[id][in]=${mine.id},${shared.id}`,
      body,
    )
    expect(answer.status).toBe(403)
    expect([
      await site.stored('hours-exceptions', shared.id),
      await site.stored('hours-exceptions', mine.id),
    ]).toEqual(both)
  }
})

test('what was deleted comes back by whoever may delete it, and is erased by editors', async () => {
  const wrong: string[] = []
  for (const slug of ['pages', 'contact-boxes', 'people'] as const)
    for (const name of NAMES)
      for (const whose of WHOSE) {
        const doc = await site.fresh(slug, whose)
        await site.payload.delete({ collection: slug, id: doc.id })
        const { entries } = JSON.parse((await as(name)('GET', '/bin')).text) as { entries: { id: number }[] }
        const entry = entries[0]?.id
        if (!['administrator', 'editor'].includes(name)) {
          const erased = await as(name)('DELETE', `/bin/${entry}`)
          if (erased.status !== 403) wrong.push(`${name} erases ${slug} of ${whose}: ${erased.status}`)
        }
        const answer = await as(name)('POST', `/bin/${entry}/restore`)
        const isBack =
          (await site.payload.count({ collection: slug, where: { id: { equals: doc.id } } })).totalDocs === 1
        if (isBack !== may(name, 'delete', whose, slug) || isBack !== (answer.status === 200))
          wrong.push(`${name} restores ${slug} of ${whose}: ${answer.status} ${answer.message}`)
      }
  expect(wrong).toEqual([])
})

test('nothing is replaced everywhere where it may not be', async () => {
  for (const name of RESTRICTED) {
    const [from, to] = [await site.fresh('contact-boxes', 'own'), await site.fresh('contact-boxes', 'own')]
    const uses = { blocks: [{ blockType: 'contactBoxes', boxes: [from.id] }], _status: 'published' }
    const pages = []
    for (const whose of ['own', 'others'] as const) {
      const doc = await site.fresh('pages', whose)
      pages.push(doc)
      await site.payload.update({ collection: 'pages', id: doc.id, data: uses as never })
    }
    const before = await site.everything()
    const answer = await as(name)('POST', `/contact-boxes/${from.id}/replace`, { with: to.id })
    expect([name, answer.status, answer.message]).toEqual([
      name,
      403,
      expect.stringContaining('Intet er ændret.'),
    ])
    expect(await site.everything()).toEqual(before)
    // Where all is one's own.
    await site.payload.update({
      collection: 'pages',
      id: pages[1]?.id ?? 0,
      data: { blocks: [], _status: 'published' },
    })
    const again = await as(name)('POST', `/contact-boxes/${from.id}/replace`, { with: to.id })
    expect([name, again.status]).toEqual([name, name === 'localEditor' ? 200 : 403])
  }
})

test('what is planned for another’s page alone is not changed by replacing either', async () => {
  const [from, to] = [await site.fresh('contact-boxes', 'own'), await site.fresh('contact-boxes', 'own')]
  const page = await site.fresh('pages', 'others')
  const draft = await site.draftOn('pages', page, {
    blocks: [{ blockType: 'contactBoxes', boxes: [from.id] }],
  })
  const plan = { kind: 'publish', seen: draft.updatedAt, set: null, date: '2027-12-01', time: '8.00' }
  expect((await as('editor')('POST', `/pages/${page.id}/plan`, plan)).message).toBe('')
  await site.draftOn('pages', page, { blocks: [] })
  const before = await as('editor')('GET', `/contact-boxes/${from.id}/uses`)
  expect((await as('localEditor')('POST', `/contact-boxes/${from.id}/replace`, { with: to.id })).status).toBe(
    403,
  )
  expect((await as('editor')('GET', `/contact-boxes/${from.id}/uses`)).text).toBe(before.text)
})

test('a file of rows changes only one’s own, all of it or nothing', async () => {
  const { departments } = site.own
  for (const name of RESTRICTED)
    for (const whose of WHOSE) {
      const doc = await site.fresh('people', whose)
      const file = `Id;Navn;Telefon\n${doc.id};${String(doc.name)};25201620\n`
      const before = await site.everything()
      const send = async (seen: string | null) => {
        const form = new FormData()
        form.append('_payload', JSON.stringify({ seen }))
        form.append('file', new Blob([file], { type: 'text/csv' }), 'liste.csv')
        const { text } = await site.ask('POST', '/people/import', form, site.people[name])
        return JSON.parse(text.trim().split('\n').at(-1) ?? '{}') as {
          plan?: string
          written?: number
          rows?: { state: string }[]
        }
      }
      const { plan = '', rows } = await send(null)
      expect(await site.everything()).toEqual(before)
      const done = await send(plan)
      const isDone = may(name, 'publish', whose, 'people')
      expect([name, whose, done.written, rows?.[0]?.state]).toEqual([
        name,
        whose,
        isDone ? 1 : 0,
        isDone ? 'changed' : 'wrong',
      ])
      const isSame = JSON.stringify(await site.everything()) === JSON.stringify(before)
      expect([name, whose, isSame]).toEqual([name, whose, !isDone])
    }
  expect(departments).toBeGreaterThan(0)
})

test('the order of a list is changed by what is one’s own', async () => {
  for (const name of RESTRICTED)
    for (const whose of WHOSE) {
      const [doc, target] = [
        await site.fresh('contact-boxes', whose),
        await site.fresh('contact-boxes', 'others'),
      ]
      const before = await site.stored('contact-boxes', doc.id)
      await as(name)('POST', '/reorder', {
        collectionSlug: 'contact-boxes',
        docsToMove: [doc.id],
        newKeyWillBe: 'greater',
        orderableFieldName: '_order',
        target: { id: target.id, key: target._order },
      })
      const isDone = before !== (await site.stored('contact-boxes', doc.id))
      expect([name, whose, isDone]).toEqual([name, whose, may(name, 'publish', whose, 'contact-boxes')])
    }
})

test('pages below one go together where all may go', async () => {
  for (const name of RESTRICTED)
    for (const how of ['unpublish', 'delete', 'up'] as const) {
      const parent = await site.page('Med under', site.others.pages)
      await site.page('Under', parent)
      const before = await site.everything()
      expect([name, how, (await as(name)('POST', `/pages/${parent}/below`, { how })).status]).toEqual([
        name,
        how,
        403,
      ])
      expect(await site.everything()).toEqual(before)
    }
  const parent = await site.page('Egen med under', site.own.pages)
  await site.page('Under', parent)
  expect((await as('writerOfPart')('POST', `/pages/${parent}/below`, { how: 'delete' })).status).toBe(403)
  expect((await as('localEditor')('POST', `/pages/${parent}/below`, { how: 'up' })).status).toBe(200)
})

test('a preview stores nothing, and shows what is stored to whoever may not write it', async () => {
  const before = { own: await site.fresh('pages', 'own'), others: await site.fresh('pages', 'others') }
  const all = await site.everything()
  for (const name of NAMES) {
    const found = await site.payload.findByID({ collection: 'users', id: site.people[name].id, depth: 0 })
    const user = { ...found, collection: 'users' as const }
    for (const whose of ['own', 'others'] as const) {
      const { id, title } = before[whose]
      const shown = await draftOfPage(
        id,
        { title: 'Prøvet af', parent: before[whose].parent },
        site.payload,
        user,
      )
      expect([name, whose, shown.title]).toEqual([
        name,
        whose,
        may(name, 'draft', whose, 'pages') ? 'Prøvet af' : title,
      ])
    }
  }
  expect(await site.everything()).toEqual(all)
})

test('a draft is shown to somebody without an account by whoever may edit the page', async () => {
  for (const name of NAMES)
    for (const whose of WHOSE) {
      const page = await site.fresh('pages', whose)
      const link = { link: null, title: 'Til skolen', days: 14 }
      const mayShare = may(name, 'draft', whose, 'pages')
      const shared = await as(name)('POST', `/pages/${page.id}/draft-links`, link)
      expect([name, whose, shared.status]).toEqual([name, whose, mayShare ? 200 : 404])
      await as('administrator')('POST', `/pages/${page.id}/draft-links`, link)
      const { text } = await as('administrator')('GET', `/pages/${page.id}/draft-links`)
      const { links } = JSON.parse(text) as { links: { id: number }[] }
      const withdrawn = await as(name)('POST', `/draft-links/${links[0]?.id}/withdraw`)
      expect([name, whose, withdrawn.status]).toEqual([name, whose, mayShare ? 200 : 403])
    }
})
