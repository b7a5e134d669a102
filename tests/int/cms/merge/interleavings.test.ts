import { array, assert, asyncProperty, nat, noBias } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, filledRestOfCms } from '../rest.ts'
import { isThorough } from '../../../tools/thorough.ts'

let cms: Awaited<ReturnType<typeof filledRestOfCms>>

beforeAll(async () => {
  cms = await filledRestOfCms()
})

afterAll(() => cms.drop())

type Row = { id?: string; blockType: string; heading: string }
type Page = { id: number; updatedAt: string; title: string; summary: string; blocks: Row[] }

const wordsIn = (page: unknown): Set<string> => new Set(JSON.stringify(page).match(/\bord\d+\b/g) ?? [])

/** One thing that an editor does, each word being a new one. */
function change(page: Page, what: number, at: number, word: () => string): void {
  const row = page.blocks[at % (page.blocks.length || 1)]
  if (what === 0) page.title = word()
  else if (what === 1) page.summary = word()
  else if (what === 2) page.blocks.splice(at, 0, { blockType: 'childPages', heading: word() })
  else if (what === 3) page.blocks.splice(at % (page.blocks.length || 1), 1)
  else if (what === 4) page.blocks.unshift(...page.blocks.splice(at % (page.blocks.length || 1), 1))
  else if (row) row.heading = word()
}

const read = async (id: number): Promise<Page> =>
  JSON.parse((await cms.ask('GET', `/pages/${id}?depth=0&draft=true`)).text) as Page

const save = (page: Page, more: object = {}): Promise<Answer> =>
  cms.ask('PATCH', `/pages/${page.id}?depth=0`, { ...page, ...more })

type Refused = {
  errors: { data: { on: string; collisions: { key: string; theirs: string; mine: string }[] } }[]
}

test('through the CMS and its database no word of two editors is lost', { timeout: 1_200_000 }, async () => {
  let used = 0
  const word = () => `ord${(used += 1)}`
  let merges = 0
  let choices = 0
  const heading = () => ({ blockType: 'childPages', heading: word() })
  const tape = noBias(array(nat(899), { minLength: 60, maxLength: 60 }))
  const run = asyncProperty(tape, async (numbers) => {
    let at = 0
    const next = (below: number) => (numbers[(at += 1)] ?? 0) % below
    const blocks = [heading(), heading(), heading()]
    const { doc } = await cms.ask('POST', '/pages', {
      title: word(),
      summary: word(),
      blocks,
      slug: `s-${word()}`,
    })
    const first = await read(doc.id as number)
    const forms = [0, 1].map(() => ({ base: first, mine: structuredClone(first) }))
    while (at < numbers.length) {
      const form = forms[next(2)] as (typeof forms)[0]
      for (let times = next(4); times >= 0; times--) change(form.mine, next(6), next(4), word)
      const theirs = await read(first.id)
      let answer = await save(form.mine)
      let shown = new Set<string>()
      if (answer.status === 409) {
        choices += 1
        const { on, collisions } = (JSON.parse(answer.text) as Refused).errors[0]!.data
        shown = wordsIn([collisions, theirs.blocks.map(({ id }) => id)])
        const fields = Object.fromEntries(collisions.map(({ key }) => [key, next(2) ? 'mine' : 'theirs']))
        answer = await save(form.mine, { choices: { on, fields } })
      }
      expect([answer.status, answer.message]).toEqual([200, ''])
      merges += form.base.updatedAt === theirs.updatedAt ? 0 : 1
      const after = await read(first.id)
      const [was, their, my, now] = [form.base, theirs, form.mine, after].map(wordsIn) as Set<string>[]
      const wrong = [...new Set([...was!, ...their!, ...my!])].filter((one) => {
        const isKept = was!.has(one) ? their!.has(one) && my!.has(one) : true
        return now!.has(one) !== isKept && !shown.has(one)
      })
      expect(wrong).toEqual([])
      Object.assign(form, { base: after, mine: structuredClone(after) })
    }
    await cms.payload.delete({ collection: 'pages', id: first.id })
  })
  const numRuns = isThorough ? 200 : 15
  await assert(run, { numRuns, endOnFailure: true })
  expect([merges > numRuns, choices > numRuns / 8]).toEqual([true, true])
})
