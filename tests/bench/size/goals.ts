/** What a row of the table must come to; `small` is the same row's figure with the first content only. */
type Goal = { text: string; isMet: (figure: number, small: number | undefined) => boolean }

const atMost = (most: number): Goal => ({ text: `≤ ${most}`, isMet: (figure) => figure <= most })
const atLeast = (least: number): Goal => ({ text: `≥ ${least}`, isMet: (figure) => figure >= least })
const none: Goal = { text: '0', isMet: (figure) => figure === 0 }
const save: Goal = {
  text: '≤ 300, ≤ 2 × small',
  isMet: (figure, small) => figure <= 300 && figure <= 2 * (small ?? Infinity),
}

/** The rows of the table in their order. */
const goals = {
  'save of a page, p95 ms': save,
  'save of a contact, p95 ms': save,
  'save of an exception, p95 ms': save,
  'saved → public, p95 ms': atMost(250),
  'saved → public: not shown at all': none,
  'saved → public: wrong again later': none,
  'site-wide change: pages wrong after 250 ms': none,
  'site-wide change: first request, p95 ms': atMost(100),
  'warm start → port open, ms': atMost(5000),
  'after a start: pages wrong': none,
  'after a start: first request, p95 ms': atMost(150),
  'background, renders/s': atLeast(150),
  'renders of an old page that 500 ask for at once': atMost(1),
  'requests/s, undisturbed': atLeast(1),
  'requests/s during a site-wide change, share': atLeast(0.7),
  'p99 during a site-wide change, ms': atMost(100),
  '08:00:00: pages with hours wrong after 1 s': none,
  'memory with all pages made, MB': atMost(600),
  'memory after edits and unknown paths, growth in MB': atMost(50),
  'admin: list of pages, p95 ms': atMost(500),
  'admin: list of press contacts, p95 ms': atMost(500),
  'admin: list of redirects, p95 ms': atMost(500),
  'admin: list of files, p95 ms': atMost(500),
  'admin: dashboard, p95 ms': atMost(500),
  'admin: page picker, p95 ms': atMost(500),
  'admin: contact picker, p95 ms': atMost(500),
  'admin: typing in the page picker, p95 ms': atMost(300),
  'admin: typing in the person picker, p95 ms': atMost(300),
  'admin: tree, p95 ms': atMost(500),
  'admin: largest branch of the tree, p95 ms': atMost(300),
  'admin: typing in the tree, p95 ms': atMost(300),
  'admin: search everything, p95 ms': atMost(500),
  'admin: 5,000 changed contacts tried out, s': atMost(60),
  'admin: 5,000 changed contacts saved, s': atMost(60),
  'database away: failed requests': none,
} satisfies Record<string, Goal>

export type Figures = Partial<Record<keyof typeof goals, number>>

/** Prints one row for each figure there is: the goal, both sizes, and whether the larger one meets the goal. */
export function printTable(small: Figures, large: Figures, sizes: { small: number; large: number }): void {
  const rows: Record<string, object> = {}
  for (const [row, goal] of Object.entries(goals)) {
    const figure = large[row as keyof Figures]
    const before = small[row as keyof Figures]
    if (figure === undefined && before === undefined) continue
    rows[row] = {
      goal: goal.text,
      [`${sizes.small} pages`]: before,
      [`${sizes.large} pages`]: figure,
      met: figure === undefined ? '–' : goal.isMet(figure, before) ? 'yes' : 'NO',
    }
  }
  console.table(rows)
}

/** The value that this share of the values does not exceed, with one decimal; NaN if there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN)
}

export const rounded = (value: number): number => Math.round(value * 10) / 10
