/** A sentence whose times do not break over a line: »kl. 15.00«, »8.00–15.00«. */
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

const TIME = /(kl\. \d{1,2}\.\d{2}|\d{1,2}\.\d{2}–\d{1,2}\.\d{2})/
