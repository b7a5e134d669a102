import type { TextFieldSingleValidation } from 'payload'
import { environment } from '../environment.ts'

/** Refuses a redirect that leads to itself, at once or by way of others. A page that is chosen takes precedence. */
export const refuseRedirectCircle: TextFieldSingleValidation = async (value, { siblingData, req }) => {
  const { from, page } = siblingData as { from?: string; page?: unknown }
  if (page || !from) return true
  let path = pathOnSite(value)
  for (let steps = 0; path !== null && steps < MOST_STEPS; steps++) {
    if (path === from) return steps === 0 ? TO_ITSELF : IN_A_CIRCLE
    const { docs } = await req.payload.find({
      collection: 'redirects',
      depth: 0,
      limit: 1,
      pagination: false,
      where: { from: { equals: path } },
      select: { url: true, page: true },
      req,
    })
    path = docs[0] && !docs[0].page ? pathOnSite(docs[0].url) : null
  }
  return path === null ? true : IN_A_CIRCLE
}

/** The path of an address on the site, without a slash at its end; null if it leads elsewhere. */
function pathOnSite(address: string | null | undefined): string | null {
  if (!address || !/^(\/|https?:)/i.test(address) || !URL.canParse(address, environment.siteUrl)) return null
  const { origin, pathname } = new URL(address, environment.siteUrl)
  return origin === new URL(environment.siteUrl).origin ? pathname.replace(/\/+$/, '') || '/' : null
}

const MOST_STEPS = 20

const TO_ITSELF = 'Adressen fører til sig selv. Skriv den adresse, som den gamle skal føre til.'

const IN_A_CIRCLE =
  'Viderestillingerne fører i ring. Skriv en adresse, der ikke selv bliver viderestillet hertil.'
