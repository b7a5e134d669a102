import type { ImportAnswer } from '../../../../../src/domain/text/list-files.ts'
import { type Handover, handOver } from '../../../../../src/web/handover.ts'
import { restOfCms } from '../../rest.ts'

type Person = { id: number; token: string }

/** The CMS's REST with its lists as files. */
export async function listSite() {
  const site = await restOfCms()
  // Files are named by the day.
  handOver({ epochMilliseconds: () => Date.parse('2026-11-29T23:30:00Z') } as Handover)
  const fetchList = async (slug: string, query = '', as?: Person): Promise<string> =>
    (await site.ask('GET', `/${slug}/export${query}`, undefined, as ?? site.editor)).text

  /** @param seen the plan that is to be done */
  async function send(
    slug: string,
    file: string | Uint8Array<ArrayBuffer>,
    seen: string | null = null,
    as?: Person,
  ) {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ seen }))
    form.append('file', new Blob([file], { type: 'text/csv' }), 'liste.csv')
    const { status, message, text } = await site.ask('POST', `/${slug}/import`, form, as ?? site.editor)
    const lines = status === 200 ? text.trim().split('\n') : []
    const answer = JSON.parse(lines.at(-1) ?? '{}') as Partial<ImportAnswer> & { problem?: string }
    return { status, message: message || (answer.problem ?? ''), rows: [], plan: '', written: 0, ...answer }
  }

  /** Tries a file out, and does what that told. */
  async function bring(slug: string, file: string) {
    const { plan, rows, message } = await send(slug, file)
    const done = await send(slug, file, plan)
    return { ...done, message, tried: rows }
  }
  return { ...site, fetchList, send, bring }
}
