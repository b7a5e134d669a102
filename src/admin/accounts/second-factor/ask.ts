import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { z } from 'zod'
import { SECOND_FACTOR } from '../../../domain/addresses.ts'
import type { SecondFactorRequest } from '../../../domain/accounts/second-factor.ts'

const state = z.object({
  isRequired: z.boolean(),
  hasApp: z.boolean(),
  recoveryCodes: z.number(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: z.string(), usedAt: z.string().nullable() }),
  ),
  app: z.object({ secret: z.string(), address: z.string() }).optional(),
  passkey: z.custom<PublicKeyCredentialCreationOptionsJSON>().optional(),
  newCodes: z.array(z.string()).optional(),
})
const refusal = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        data: z
          .object({ errors: z.array(z.object({ message: z.string() })) })
          .nullish()
          .catch(null),
      }),
    )
    .min(1),
})

/** What the server tells of an account's second factors (collections/shared/accounts/second-factor/endpoints.ts). */
export type Answer = z.output<typeof state>

/** Asks for the state, or for a change; what is refused is told as `problem`, in Danish. */
export async function askSecondFactor(change?: SecondFactorRequest): Promise<Answer | { problem: string }> {
  try {
    const response = await fetch(SECOND_FACTOR, {
      ...(change && {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      }),
    })
    const body: unknown = await response.json()
    if (response.ok) return state.parse(body)
    const [error] = refusal.parse(body).errors
    return { problem: error?.data?.errors[0]?.message ?? error?.message ?? UNKNOWN }
  } catch {
    return { problem: UNKNOWN }
  }
}

const UNKNOWN = 'Serveren svarer ikke lige nu. Prøv igen om lidt.'
