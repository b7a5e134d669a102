import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { z } from 'zod'

/** What a login needs besides the password (collections/shared/accounts/second-factor/login.ts). */
export type Needed = z.output<typeof needed>

const needed = z.union([
  z.object({ setUp: z.object({ secret: z.string(), address: z.string() }) }),
  z.object({
    hasApp: z.boolean(),
    hasRecoveryCodes: z.boolean(),
    passkey: z.custom<PublicKeyCredentialRequestOptionsJSON>().nullable(),
  }),
])

const refusal = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        data: z.object({ secondFactor: needed.optional() }).nullish().catch(null),
      }),
    )
    .min(1),
})

const welcome = z.object({
  user: z.looseObject({}),
  recoveryCodes: z.array(z.string()).default([]),
})

type Login = { account: object; recoveryCodes: string[] } | { problem: string; needed: Needed | null }

/** What an attempt to log in came to. `problem` is what to tell, in Danish. */
export async function readLogin(send: () => Promise<Response>): Promise<Login> {
  const response = await send().catch(() => new Response(null, { status: 503 }))
  const body: unknown = await response.json().catch(() => null)
  const { data: welcomed } = welcome.safeParse(body)
  if (response.ok && welcomed)
    // As Payload's own form hands it on.
    return { account: body as object, recoveryCodes: welcomed.recoveryCodes }
  const [error] = refusal.safeParse(body).data?.errors ?? []
  return {
    problem: error?.message ?? 'Der kan ikke logges ind lige nu. Prøv igen om lidt.',
    needed: error?.data?.secondFactor ?? null,
  }
}
