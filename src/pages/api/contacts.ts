import { z } from 'zod'
import { firstContacts } from '../../content/contacts/contacts.ts'
import { jsonAnswer } from '../../web/json-answer.ts'
import { limitParameter, queryParameter } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'

/** `GET /api/contacts?q=&limit=` → `{ query, total, contacts: [{ name, title, phones, email, url, subjects, photo }] }` */
export default jsonAnswer(
  z.object({ q: queryParameter, limit: limitParameter }),
  async ({ q, limit }, reader) => {
    const { total, contacts } = await firstContacts(q, limit, reader)
    return {
      query: q,
      total,
      contacts: contacts.map(({ vcard, subjects, photo, ...contact }) => ({
        ...contact,
        url: siteUrl() + vcard,
        subjects,
        photo: photo && { ...photo, src: siteUrl() + photo.src },
      })),
    }
  },
)
