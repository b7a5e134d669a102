import { z } from 'zod'
import { dutyFound, firstContacts } from '../../content/contacts/contacts.ts'
import { jsonAnswer } from '../../web/json-answer.ts'
import { limitParameter, queryParameter } from '../../web/parameters.ts'
import { siteUrl } from '../../web/handover.ts'

/** `GET /api/contacts?q=&limit=` → `{ query, total, contacts: [{ name, title, phones, email, url, id, whom, subjects, photo }], pressDuty }`: `id` is what a contact is called on the pages that list it, `whom` how a link that calls it is read aloud, `pressDuty` the duty's number, if its digits are asked for */
export default jsonAnswer(
  z.object({ q: queryParameter, limit: limitParameter }),
  async ({ q, limit }, reader) => {
    const { total, contacts } = await firstContacts(q, limit, reader)
    const pressDuty = await dutyFound(q, reader)
    return {
      query: q,
      total,
      contacts: contacts.map(({ id, vcard, subjects, photo, ...contact }) => ({
        ...contact,
        url: siteUrl() + vcard,
        id,
        subjects,
        photo: photo && { ...photo, src: siteUrl() + photo.src },
      })),
      pressDuty,
    }
  },
)
