import { z } from 'zod'

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(10_000)

/** What a browser says of a passkey that signed. */
const signature = z.object({
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional().catch(undefined),
})

/** What a browser says of a passkey that it made. */
const newPasskey = z.object({
  id: base64url.max(1400),
  rawId: base64url.max(1400),
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
  clientExtensionResults: z.object({}).default({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional().catch(undefined),
})

/** What may come with a password when somebody logs in. A code is one of an app, or one from the paper. */
export const secondFactor = z.object({
  code: z.string().max(40).optional(),
  passkey: signature.optional(),
})

const currentPassword = z.string().max(1000)

/** What an account asks about what it shows besides its password. Whatever changes it begins with the present password. */
export const secondFactorRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('begin-app'), currentPassword }),
  z.object({ action: z.literal('confirm-app'), code: z.string().max(40) }),
  z.object({ action: z.literal('begin-passkey'), currentPassword }),
  z.object({
    action: z.literal('confirm-passkey'),
    passkey: newPasskey,
    name: z.string().trim().min(1).max(80),
  }),
  z.object({ action: z.literal('drop-app'), currentPassword }),
  z.object({ action: z.literal('drop-passkey'), currentPassword, id: base64url.max(1400) }),
  z.object({ action: z.literal('new-codes'), currentPassword }),
  /** By an administrator, for a colleague who has lost all of it. */
  z.object({ action: z.literal('reset'), currentPassword, user: z.int().positive() }),
])

export type SecondFactorRequest = z.output<typeof secondFactorRequest>
