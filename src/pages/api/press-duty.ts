import { z } from 'zod'
import { jsonAnswer } from '../../web/json-answer.ts'
import { instantParameter } from '../../web/parameters.ts'
import { pressDuty } from '../../content/hours/press-duty.ts'
import { isoInCopenhagen } from '../../domain/time/danish-time.ts'
import { pressDutyStatus } from '../../domain/hours/press-duty.ts'

/**
 * `GET /api/press-duty?at=` → `{ at, status, phone, until, next: { status, from }, reason }`; the phone in
 * E.164, null when closed; instants with the offset of Copenhagen.
 */
export default jsonAnswer(z.object({ at: instantParameter.optional() }), async ({ at }, reader) => {
  const dated = await pressDuty(reader)
  if (!dated) throw new Error('The press duty has no times or no phone')
  const { duty, calendar } = dated
  const instant = at ?? reader.now
  const { status, until, next, reason } = pressDutyStatus(duty, calendar, instant)
  return {
    at: isoInCopenhagen(instant),
    status,
    phone: status === 'closed' ? null : duty.phone,
    until: until && isoInCopenhagen(until),
    next: next && { status: next.status, from: isoInCopenhagen(next.from) },
    reason,
  }
})
