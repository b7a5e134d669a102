type Asking = {
  /** What to tell when there is no answer that can be read, in Danish. */
  failed: string
  signal?: AbortSignal
}

/** What was answered, or what to tell of its refusal. */
type Told<Answer> = { answer: Answer; problem: null } | { answer: null; problem: string }

/**
 * Asks the CMS, and answers what it answers as JSON, or what to tell of its refusal.
 * @param send as JSON; undefined: nothing
 */
export async function askCms<Answer extends object>(
  method: 'GET' | 'POST' | 'DELETE',
  address: string,
  { send, ...asking }: Asking & { send?: object },
): Promise<Answer | { problem: string }> {
  const told = await ask<Answer>(method, address, send && JSON.stringify(send), asking)
  return told.problem === null ? told.answer : { problem: told.problem }
}

/** @param body JSON; undefined: none */
export async function ask<Answer extends object>(
  method: 'GET' | 'POST' | 'DELETE',
  address: string,
  body: string | undefined,
  { failed, signal }: Asking,
): Promise<Told<Answer>> {
  try {
    const response = await fetch(address, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body }),
      ...(signal && { signal }),
    })
    const answer = await response.json()
    if (response.ok) return { answer, problem: null }
    return { answer: null, problem: refusalOf(answer.errors) ?? answer.error?.message ?? failed }
  } catch {
    return { answer: null, problem: failed }
  }
}

/** What is wrong with a field, where Payload says it. */
const refusalOf = (errors?: { data?: { errors?: { message?: string }[] } }[]) =>
  errors?.[0]?.data?.errors?.[0]?.message
