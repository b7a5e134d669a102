/**
 * What pages and components see: small, plain data (JSON, no Payload documents), with every word already in
 * it. Addresses are ready to link to; phones are E.164 and shown with `formatPhone`; instants are ISO strings
 * with offset.
 */

export type Inline =
  | { type: 'text'; text: string; bold: boolean; italic: boolean }
  | { type: 'link'; href: string; children: Inline[] }
  | { type: 'break' }

export type ListItem = { children: Inline[]; list: RichTextList | null }
export type RichTextList = { type: 'list'; ordered: boolean; items: ListItem[] }
export type RichTextNode =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; level: 3 | 4; children: Inline[] }
  | RichTextList
export type RichText = RichTextNode[]

/** `href` null: the address is not known yet, the words are shown alone. */
export type LinkView = { label: string; href: string | null; description: string | null }
export type PageLink = { title: string; href: string; summary: string | null }

export type ContactView = {
  name: string
  title: string
  phones: string[]
  email: string | null
  /** Address of the vCard. */
  vcard: string
}

/** One row of hours: `Mandag–onsdag`, `8.00–15.00`. */
type HoursRow = { days: string; hours: string }
/** Rows under a caption: a week, or days with other hours than usual. */
export type HoursTable = { caption: string; rows: HoursRow[] }
/** A schedule right now. */
export type HoursView = {
  heading: string
  open: boolean
  /** `I dag: 8.00–15.00` */
  today: string
  /** The whole status in words: `Åbent nu, lukker kl. 15.00`. */
  sentence: string
  /** The ordinary week that holds today. */
  week: HoursTable
  /** The next one, where it begins within the coming weeks. */
  newWeek: HoursTable | null
  /** Closed days and special hours in the coming weeks: `24. december 2026`, `Lukket: juleaftensdag`. */
  exceptions: HoursTable | null
  /** The instant this stops being true; open pages fetch themselves again then. `null`: it never changes. */
  validUntil: string | null
}

export type ContactBoxView = {
  /** The word above the name: `Kontakt`. */
  label: string
  id: string
  name: string
  intro: RichText
  address: { street: string; city: string } | null
  phone: { label: string; number: string } | null
  /** `href` null: `text` says where to send a letter. */
  write: { label: string; href: string | null; text: string } | null
  openingHours: HoursView | null
  phoneHours: HoursView | null
  /** The closed days and special hours as a calendar file; null without hours. */
  calendarFeed: { label: string; href: string } | null
  note: { title: string; text: string } | null
}

/** Who answers the press at the instant the page was rendered. */
export type PressDutyView = {
  heading: string
  status: 'staff' | 'duty' | 'closed'
  /** `Pressemedarbejderne svarer nu` */
  now: string
  /** `indtil kl. 15.00` */
  until: string | null
  /** `Derefter svarer pressevagten.` */
  afterwards: string | null
  /** The calendar day that changed an ordinary day: `2. juledag`. */
  reason: string | null
  /** The person to call first, after the words `Ring først til`; only while staff are at work. */
  lead: { label: string; name: string; title: string; phone: string } | null
  /** The duty phone, and the words before it. While closed it is shown for when it opens again. */
  phone: { label: string; number: string }
  /** On other pages than the press page: the way there. */
  link: PageLink | null
  /** The instant this stops being true; open pages fetch themselves again then. `null`: it never changes. */
  validUntil: string | null
}

export type AccordionItem = { title: string; body: RichText; source: string | null }

export type LeaderView = {
  name: string
  title: string
  phone: { label: string; number: string } | null
  email: string | null
}
export type UnitView = { name: string; units: UnitView[] }
type UnitGroup = { heading: string | null; units: UnitView[] }
export type DepartmentView = {
  id: string
  name: string
  body: RichText
  groups: UnitGroup[]
  leaders: { heading: string; people: LeaderView[] } | null
}
/** A node of the organisation chart. */
export type ChartNode = { name: string; leader: string | null; children: ChartNode[] }

export type BlockView =
  | { type: 'richText'; heading: string | null; body: RichText }
  | { type: 'accordion'; heading: string | null; items: AccordionItem[] }
  | { type: 'pressDuty'; duty: PressDutyView }
  | { type: 'contactSearch'; search: ContactSearchView }
  | { type: 'contactBoxes'; heading: string | null; boxes: ContactBoxView[] }
  | { type: 'guidance'; heading: string | null; folded: boolean; items: AccordionItem[] }
  | { type: 'deadlineForm'; heading: string; intro: RichText; form: DeadlineFormView }
  | { type: 'department'; heading: string | null; departments: DepartmentView[] }
  | { type: 'organisationChart'; heading: string; chart: ChartNode }
  | { type: 'story'; title: string; body: RichText; promise: string | null; source: string | null }
  | {
      type: 'principles'
      heading: string | null
      intro: RichText
      principles: { title: string; body: RichText }[]
    }
  | { type: 'facts'; heading: string | null; facts: { figure: string | null; text: string }[] }
  | { type: 'linkList'; heading: string | null; intro: RichText; asCards: boolean; links: LinkView[] }
  | { type: 'pageList'; heading: string | null; related: boolean; pages: PageLink[] }
  | { type: 'image'; src: string; width: number; height: number; alt: string; caption: string | null }

/** The form (GET, works without scripts) and the list it narrows. On the press page all contacts are listed. */
export type ContactSearchView = {
  heading: string
  listHeading: string
  /** Where the form leads: the results' own address, with `?q=`. */
  action: string
  hint: string
  button: string
  query: string
  /** Of all that are found; `contacts` are the first of them. */
  total: number
  contacts: ContactView[]
  vcardLabel: string
  /** What is said when nothing is found (also used by the script that narrows the list). */
  none: string
  noneHelp: string
  /** Words of the link back to all contacts. */
  clear: string
  /** What is counted, after the number: `kontakt`, `kontakter`. */
  counted: { one: string; many: string }
}

export type ShellView = {
  siteName: string
  skipLink: string
  menu: { label: string; items: { label: string; href: string; current: boolean }[] }
  /** `suggestions` names what the script shows below the field. */
  search: { label: string; button: string; action: string; query: string; suggestions: string }
  /** The municipality's other sites: a GET form to `action` with the chosen `value` as `site`. */
  sites: { label: string; button: string; action: string; options: { value: string; label: string }[] } | null
  footer: {
    name: string
    street: string
    city: string
    phone: { label: string; number: string } | null
    cvr: { label: string; number: string }
    links: LinkView[]
  }
}

export type PageView = {
  shell: ShellView
  /** Absolute address of this page. */
  url: string
  title: string
  summary: string | null
  /** `false` asks search engines to leave it out: results and error pages. */
  indexed: boolean
  breadcrumb: { label: string; items: { label: string; href: string | null }[] } | null
  blocks: BlockView[]
  updated: { label: string; iso: string; text: string } | null
  share: { label: string; links: { label: string; href: string }[] } | null
  /** Ready JSON-LD objects. */
  jsonLd: object[]
}

/** A text in pieces; what was searched for is a hit. */
export type MarkedText = { text: string; hit: boolean }[]

export type SearchResult = {
  type: string
  title: MarkedText
  href: string
  text: MarkedText
  breadcrumb: string[]
}
export type SearchView = {
  query: string
  total: number
  /** `12 resultater for »vej«`, or what to do when nothing is typed. */
  message: string
  help: string | null
  /** Another spelling, when only typing errors were found. */
  suggestion: { label: string; text: string; href: string } | null
  /** The kinds that were found; `current` ones are shown, and `href` turns one on or off. */
  filters: {
    label: string
    all: { label: string; href: string } | null
    items: { label: string; count: string; href: string; current: boolean }[]
  } | null
  results: SearchResult[]
  /** The number of the first result. */
  first: number
  pages: {
    label: string
    previous: { label: string; href: string } | null
    next: { label: string; href: string } | null
    now: string
  } | null
  /** When nothing is found: whom to call and where to begin. */
  waysOut: { phones: { label: string; number: string }[]; label: string; links: LinkView[] } | null
}

/** A date that the deadline's form asks for. */
export type DeadlineField = {
  name: string
  label: string
  hint: string | null
  /** As it was typed. A browser shows in a date field only what is a date; else it is a field for text. */
  value: string
  isDate: boolean
  error: string | null
}
/** A GET form to `action`; it works without scripts. */
export type DeadlineFormView = {
  action: string
  received: DeadlineField
  /** For one who has complained; asked on the page of the deadline only. */
  complaint: { heading: string; hint: string; fields: DeadlineField[] } | null
  /** Dates `YYYY-MM-DD` between which there is an answer; null: nothing is known of the last. */
  earliest: string
  latest: string | null
  button: string
}

/** A day that was not counted: `torsdag den 2. april 2026`, `Skærtorsdag`. */
export type SkippedDayView = { date: string; day: string; reason: string }
export type DeadlineStep = {
  /** `Senest onsdag den 2. december 2026`, or a length in words where the day is not known. */
  when: string
  /** `YYYY-MM-DD` */
  date: string | null
  title: string
  text: string
  skipped: SkippedDayView[]
}
/** By when an answer is due, and what one can do then. */
export type DeadlineView = {
  lead: string
  answerBy: { date: string; day: string }
  skippedHeading: string
  skipped: SkippedDayView[]
  /** `Lørdage og søndage tæller aldrig med.`, and that nothing else was skipped where it is so. */
  counting: string
  guidance: string
  reminder: { label: string; href: string }
  timeline: { heading: string; steps: DeadlineStep[] }
  refused: { heading: string; steps: DeadlineStep[] }
}
export type DeadlinePageView = {
  page: PageView
  form: DeadlineFormView
  /** Over the form when an answer stands before it. */
  formHeading: string
  /** Null: nothing was asked, or what was typed is no date (the form says so). */
  deadline: DeadlineView | null
  back: { label: string; href: string } | null
}
