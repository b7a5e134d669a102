import type { Answer, restOfCms } from '../rest.ts'

type Ask = Awaited<ReturnType<typeof restOfCms>>['ask']

/** Sends a file as the admin does; with `goesOn` as somebody who wants it there also when its content is there already. */
export async function sendFile(
  ask: Ask,
  method: string,
  address: string,
  content: Buffer,
  {
    data = {},
    name = 'fil',
    type = '',
    goesOn = true,
  }: { data?: object; name?: string; type?: string; goesOn?: boolean } = {},
): Promise<Answer> {
  const form = (more: object) => {
    const sent = new FormData()
    sent.set('_payload', JSON.stringify({ ...data, ...more }))
    sent.set('file', new File([new Uint8Array(content)], name, { type }))
    return sent
  }
  const answer = await ask(method, address, form({}))
  const there = sameIn(answer)
  return goesOn && there ? ask(method, address, form({ sameSeen: there.id })) : answer
}

/** The file that an answer says has the same content. */
export function sameIn({ status, text }: Answer): { id: number; filename: string; alt: string } | undefined {
  if (status !== 409) return undefined
  type Refused = { errors: { data?: { same?: { id: number; filename: string; alt: string } } }[] }
  return (JSON.parse(text) as Refused).errors[0]?.data?.same
}
