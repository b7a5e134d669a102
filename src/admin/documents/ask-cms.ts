/**
 * Asks the CMS, and answers what it answers as JSON, or what to tell of its refusal.
 * @param send as JSON; undefined: nothing
 * @param failed what to tell when there is no answer that can be read, in Danish
 */
export async function askCms<Answer extends object>(
  method: 'GET' | 'POST' | 'DELETE',
  address: string,
  { send, failed }: { send?: object; failed: string },
): Promise<Answer | { problem: string }> {
  try {
    const response = await fetch(address, {
      method,
      ...(send && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(send) }),
    })
    const answer = await response.json()
    return response.ok ? answer : { problem: refusalOf(answer.errors) ?? answer.error?.message ?? failed }
  } catch {
    return { problem: failed }
  }
}

/** What is wrong with a field, where Payload says it. */
const refusalOf = (errors?: { data?: { errors?: { message?: string }[] } }[]) =>
  errors?.[0]?.data?.errors?.[0]?.message
