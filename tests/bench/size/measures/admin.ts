import { type Figures, quantile } from '../goals.ts'
import type { SizedSite } from '../sized-site.ts'

const TIMES = 20

/** How long an editor waits for lists, the dashboard and the pickers of relationship fields. */
export async function measureAdmin(site: SizedSite): Promise<Figures> {
  const { token } = await site.logIn()
  const cookie = `payload-token=${token}`
  const view = (path: string) =>
    p95(async () => {
      const { status, text, ms } = await site.get(`/admin${path}`, {
        cookie,
        accept: 'text/html',
        // As a browser does: without it Payload does not read the cookie.
        'sec-fetch-site': 'same-origin',
      })
      if (status !== 200 || !text.includes('/admin/logout'))
        throw new Error(`/admin${path} answered ${status}`)
      return ms
    })
  const picker = (collection: string, title: string, typed?: readonly string[]) =>
    p95(async (time) => {
      const askedAt = performance.now()
      const response = await fetch(`${site.url()}/api/${collection}`, {
        method: 'POST',
        headers: {
          cookie,
          origin: site.url(),
          'content-type': 'application/x-www-form-urlencoded',
          'x-payload-http-method-override': 'GET',
        },
        body: pickerQuery(title, typed?.[time % typed.length]),
      })
      const answer = (await response.json()) as { docs?: unknown[] }
      if (!answer.docs) throw new Error(`The picker of ${collection} answered ${response.status}`)
      return performance.now() - askedAt
    })
  return {
    'admin: list of pages, p95 ms': await view('/collections/pages'),
    'admin: list of press contacts, p95 ms': await view('/collections/press-contacts'),
    'admin: list of redirects, p95 ms': await view('/collections/redirects'),
    'admin: list of files, p95 ms': await view('/collections/media'),
    'admin: dashboard, p95 ms': await view(''),
    'admin: page picker, p95 ms': await picker('pages', 'title'),
    'admin: contact picker, p95 ms': await picker('press-contacts', 'name'),
    'admin: typing in the page picker, p95 ms': await picker('pages', 'title', [
      'byg',
      'skole plan',
      'affald',
      'miljøtil',
    ]),
    'admin: typing in the person picker, p95 ms': await picker('people', 'name', [
      'and',
      'mette niel',
      'søren',
      'jen',
    ]),
  }
}

/** What Payload's relationship field sends, when it is opened and when something is typed in it. */
function pickerQuery(title: string, typed: string | undefined): URLSearchParams {
  return new URLSearchParams([
    ['depth', '0'],
    ['draft', 'true'],
    ['limit', '10'],
    ['page', '1'],
    [`select[${title}]`, 'true'],
    ['sort', 'id'],
    ...(typed ? [[`where[and][0][${title}][like]`, typed]] : []),
  ])
}

async function p95(ask: (time: number) => Promise<number>): Promise<number> {
  const times: number[] = []
  // The first one loads the code.
  await ask(0)
  for (let time = 1; time <= TIMES; time++) times.push(await ask(time))
  return quantile(times, 0.95)
}
