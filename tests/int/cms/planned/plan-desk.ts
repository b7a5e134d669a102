import type { Payload } from 'payload'
import { Client } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import type { PlannedSet } from '../../../../src/domain/time/planned.ts'
import { type Handover, handOver, type RunDue } from '../../../../src/web/handover.ts'
import { type Answer, filledRestOfCms } from '../rest.ts'

export type Doc = Record<string, unknown> & { id: number; updatedAt: string; _status: string }
export type Wanted = {
  kind?: string
  date?: string
  time?: string
  set?: number | string | null
  seen?: string
}
type Due = (payload: Payload, at: number) => ReturnType<RunDue>

const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds

/** The CMS with the first content on Monday 30 November 2026 at 9, with what plans changes and what makes them. */
export async function planDesk() {
  const cms = await filledRestOfCms()
  const database = new Client({ connectionString: cms.url })
  await database.connect()
  const now = instant('2026-11-30T09:00+01:00')
  handOver({ epochMilliseconds: () => now } as Handover)
  let made = 0

  const read = async (id: number, query: string): Promise<Doc> =>
    JSON.parse((await cms.ask('GET', `/pages/${id}?depth=0${query}`)).text) as Doc
  const newest = (id: number) => read(id, '&draft=true')

  return {
    cms,
    database,
    newest,
    shown: (id: number) => read(id, ''),
    /** What a server does when its clock comes to an instant. */
    runAt: (when: string) => (cms.payload.config.custom.runDue as Due)(cms.payload, instant(when)),
    async newPage(fields: object = {}): Promise<Doc> {
      const title = `Planlagt side ${(made += 1)}`
      const { status, doc, message } = await cms.ask('POST', '/pages?depth=0', {
        title,
        summary: 'Resumé',
        blocks: [],
        inMenu: false,
        _status: 'published',
        ...fields,
      })
      expect(message).toBe('')
      expect(status).toBe(201)
      return newest(doc.id as number)
    },
    /** Saves a draft beside what is public. */
    async draft(id: number, changes: object, who = cms.editor): Promise<Doc> {
      const { status } = await cms.ask(
        'PATCH',
        `/pages/${id}?draft=true`,
        { ...changes, _status: 'draft' },
        who,
      )
      expect(status).toBe(200)
      return newest(id)
    },
    publish: (id: number, changes: object, who = cms.editor): Promise<Answer> =>
      cms.ask('PATCH', `/pages/${id}`, { ...changes, _status: 'published' }, who),
    plan: (doc: Doc, wanted: Wanted = {}): Promise<Answer> =>
      cms.ask('POST', `/pages/${doc.id}/plan`, {
        kind: 'publish',
        date: '2026-12-01',
        time: '8',
        set: null,
        seen: doc.updatedAt,
        ...wanted,
      }),
    setsOf: async (address = '/planned'): Promise<PlannedSet[]> =>
      (JSON.parse((await cms.ask('GET', address)).text) as { sets: PlannedSet[] }).sets,
    async drop() {
      await database.end()
      await cms.drop()
    },
  }
}

export const messageOf = ({ text }: Answer) => (JSON.parse(text) as { message?: string }).message
