import { administrator } from './start-site.ts'

/** The button that publishes: of what has never been public, it speaks of no changes. */
export const PUBLISH = /^Offentliggør( ændringer)?$/

/** Logs in over REST and returns `call`, which speaks to Payload as that user. */
export async function logIn(siteUrl: string, { email, password } = administrator) {
  const response = await fetch(`${siteUrl}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`Login answered ${response.status}: ${await response.text()}`)
  // The answer itself holds no token.
  const [, token = ''] = /payload-token=([^;]+)/.exec(response.headers.getSetCookie().join()) ?? []

  /** Calls the REST API; throws on anything but success, with the answer in the message. */
  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${siteUrl}/api${path}`, {
      method,
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text) as Answer
  }
  return { token, call }
}
