import { MONTHS } from '../../domain/time/danish-time.ts'

/** A sentence whose times and dates do not break over a line: »kl. 15.00«, »8.00–15.00«, »5. januar 2027«. */
export function Times({ text }: { text: string }) {
  return text.split(TIME).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="time">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

const HOUR = String.raw`\d{1,2}\.\d{2}`
const DAY = String.raw`\d{1,2}\. (?:${MONTHS.join('|')})(?: \d{4})?`
const TIME = new RegExp(`((?:kl\\. )?${HOUR}(?:–${HOUR})?|${DAY})`)
