import { pressDutySentence } from '../domain/danish-time.ts'
import { pressDutyStatus, type PressDutyStatus } from '../domain/press-duty.ts'
import type { CalendarDay } from '../domain/hours.ts'
import type { Reader, Ref } from './reader.ts'
import { earliest, nextMidnight, toSchedule } from './schedules.ts'
import type { PressDutyView } from './views.ts'

type Duty = { phone: string; status: PressDutyStatus }

/** Who answers the press at the reader's instant; null until an editor has chosen times and a phone. */
export async function pressDuty(reader: Reader): Promise<Duty | null> {
  const settings = await reader.global('press-duty')
  const [reachable, staff, box] = await Promise.all([
    reader.one('opening-hours', settings.reachable),
    reader.one('opening-hours', settings.staff),
    reader.one('contact-boxes', settings.contactBox),
  ])
  if (!reachable || !staff || !box?.phone) return null
  const duty = { reachable: toSchedule(reachable), staff: toSchedule(staff), phone: box.phone }
  const calendar: CalendarDay[] = await reader.calendar()
  return { phone: box.phone, status: pressDutyStatus(duty, calendar, reader.now) }
}

/** @param linkTo the press page, where the status stands on another page */
export async function pressDutyView(linkTo: Ref, reader: Reader): Promise<PressDutyView | null> {
  const duty = await pressDuty(reader)
  if (!duty) return null
  const settings = await reader.global('press-duty')
  const { status, reason, until } = duty.status
  const lead = status === 'staff' ? await reader.one('press-contacts', settings.lead) : null
  const sentence = pressDutySentence(duty.status, reader.now)
  const midnight = nextMidnight(reader.now)
  reader.changesAt(until)
  reader.changesAt(midnight)
  const link = reader.node(linkTo)
  return {
    heading: settings.heading,
    status,
    now: { staff: settings.staffText, duty: settings.dutyText, closed: settings.closedText }[status],
    until: sentence.until,
    afterwards: sentence.afterwards,
    validUntil: earliest(until, midnight).toString(),
    reason,
    lead: lead && {
      label: settings.leadLabel,
      name: lead.name,
      title: lead.title,
      phone: lead.phones[0]?.number ?? duty.phone,
    },
    phone: { label: status === 'staff' ? settings.inDoubt : settings.phoneLabel, number: duty.phone },
    link: link ? { title: link.title, href: link.href, summary: link.summary } : null,
  }
}
