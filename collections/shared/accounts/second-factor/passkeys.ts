import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { environment } from '../../environment.ts'
import type { Passkey } from './store.ts'

// WebAuthn level 3, by SimpleWebAuthn. A passkey here comes after a password, so it need not ask for a finger or a code.
const library = () => import('@simplewebauthn/server')
const site = () => ({ origin: environment.siteUrl, id: new URL(environment.siteUrl).hostname })

/** What a browser needs to make a passkey for an account that has `others`. */
export async function askForNewPasskey(
  { id, email, name }: { id: number; email: string; name: string },
  others: Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: 'Aalborg Kommune',
    rpID: site().id,
    userName: email,
    userDisplayName: name,
    userID: new TextEncoder().encode(`user ${id}`),
    attestationType: 'none',
    excludeCredentials: others,
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
}

/** The passkey that a browser made; null if it is not an answer to what was asked. */
export async function readNewPasskey(
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
  const { verifyRegistrationResponse } = await library()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site().origin,
      expectedRPID: site().id,
      requireUserVerification: false,
    })
    if (!verified) return null
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey, counter, transports }
  } catch {
    // The library throws on whatever does not fit.
    return null
  }
}

/** What a browser needs to sign with one of an account's passkeys. */
export async function askToSign(passkeys: Passkey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({
    rpID: site().id,
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'preferred',
  })
}

/** Which passkey signed what was asked, and how often it says it has; null: none of them. */
export async function whoSigned(
  response: AuthenticationResponseJSON,
  challenge: string,
  passkeys: Passkey[],
): Promise<{ id: string; counter: number } | null> {
  const passkey = passkeys.find(({ id }) => id === response.id)
  if (!passkey) return null
  const { verifyAuthenticationResponse } = await library()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site().origin,
      expectedRPID: site().id,
      credential: passkey,
      requireUserVerification: false,
    })
    return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : null
  } catch {
    return null
  }
}
