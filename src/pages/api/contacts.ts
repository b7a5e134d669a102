import { z } from 'zod'
import { contacts } from '../../content/contacts/contacts.ts'
import { jsonAnswer } from '../../web/json-answer.ts'
import { limitParameter, queryParameter } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'

/** `GET /api/contacts?q=&limit=` → `{ query, total, contacts: [{ name, title, phones, email, url }] }` */
export default jsonAnswer(
  z.object({ q: queryParameter, limit: limitParameter }),
  async ({ q, limit }, reader) => {
    const found = await contacts(q, reader)
    return {
      query: q,
      total: found.total,
      contacts: found.contacts
        .slice(0, limit)
        .map(({ vcard, ...contact }) => ({ ...contact, url: siteUrl() + vcard })),
    }
  },
)
