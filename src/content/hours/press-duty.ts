import type { Temporal } from 'temporal-polyfill'
import { callView, type CallView } from '../contacts/call.ts'
import { fill } from '../../domain/words/sentence.ts'
import { pressDutySentence } from '../../domain/hours/sentences.ts'
import { toldPressDuty, type PressDuty } from '../../domain/hours/press-duty.ts'
import type { CalendarDay } from '../../domain/hours/schedule.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import { earliest, nextMidnight, scheduleOf, textUntilItChanges } from './schedules.ts'
import type { PageLink } from '../pages/links.ts'
import { labels } from '../reading/words.ts'

/** Who answers the press at the instant the page was rendered. */
export type PressDutyView = {
  heading: string
  status: 'staff' | 'duty' | 'closed'
  /** `Pressemedarbejderne svarer nu`, with the reason on a day of its own: `Pressevagten svarer nu (2. juledag)` */
  now: string
  /** `indtil kl. 15.00` */
  until: string | null
  /** `Derefter svarer pressevagten`, `Åbner igen i morgen kl. 7.00` */
  afterwards: string | null
  /** The person to call first, under `Ring først til`; only while staff are at work. */
  lead: { label: string; name: string; title: string; phone: string; whom: string } | null
  /** The duty phone, with its label. While closed it is still shown, for later. */
  phone: CallView
  /** The link to the press page, on other pages. */
  link: PageLink | null
  /** The instant at which this may change; open pages fetch themselves again then. */
  validUntil: string
}

/** Who answers the press and when, what the duty is called, and the calendar. Null until an editor has chosen times and a phone. */
export async function pressDuty(
  reader: Reader,
): Promise<{ duty: PressDuty; name: string; calendar: CalendarDay[] } | null> {
  const settings = await reader.global('press-duty')
  const [reachable, staff, box] = await Promise.all([
    scheduleOf(settings.reachable, null, reader),
    scheduleOf(settings.staff, null, reader),
    reader.one('contact-boxes', settings.contactBox),
  ])
  if (!reachable || !staff || !box?.phone) return null
  const duty = { reachable: reachable.schedule, staff: staff.schedule, phone: box.phone }
  return { duty, name: box.name, calendar: await reader.calendar() }
}

/** Whether the press staff are at work, and who answers, in one sentence; null as in `pressDuty`. */
export async function pressNow(
  reader: Reader,
): Promise<{ open: boolean; sentence: string; until: Temporal.Instant } | null> {
  const dated = await pressDuty(reader)
  if (!dated) return null
  const { staffText, dutyText, closedText } = await reader.global('press-duty')
  const words = await labels(reader)
  const status = toldPressDuty(dated.duty, dated.calendar, reader.now)
  const names = { staff: staffText, duty: dutyText, closed: closedText }
  const { now, until } = pressDutySentence(status, reader.now, names, words)
  return {
    open: status.status === 'staff',
    sentence: [now, until].filter(Boolean).join(' '),
    until: earliest(status.until, nextMidnight(reader.now)),
  }
}

/** @param linkTo the press page, if the status is shown on another page */
export async function pressDutyView(linkTo: Ref, reader: Reader): Promise<PressDutyView | null> {
  const dated = await pressDuty(reader)
  if (!dated) return null
  const { duty, calendar } = dated
  const settings = await reader.global('press-duty')
  const words = await labels(reader)
  const names = { staff: settings.staffText, duty: settings.dutyText, closed: settings.closedText }
  const { text, until } = textUntilItChanges(reader.now, (at) => {
    const status = toldPressDuty(duty, calendar, at)
    return {
      text: { answering: status.status, ...pressDutySentence(status, at, names, words) },
      until: status.until,
    }
  })
  reader.changesAt(until)
  const { answering: status } = text
  const lead = status === 'staff' ? await reader.one('press-contacts', settings.lead) : null
  const link = reader.node(linkTo)
  return {
    heading: settings.heading,
    status,
    now: text.now,
    until: text.until,
    afterwards: text.afterwards,
    validUntil: until.toString(),
    lead: lead && {
      label: settings.leadLabel,
      name: lead.name,
      title: lead.title,
      phone: lead.phones[0]?.number ?? duty.phone,
      whom: fill(words.contact.callWhom, { name: lead.name }),
    },
    phone: callView(
      text.call || (status === 'staff' ? settings.inDoubt : settings.phoneLabel),
      { name: dated.name, number: duty.phone },
      words.contact,
    ),
    link: link ? { title: link.title, href: link.href, summary: link.summary } : null,
  }
}
