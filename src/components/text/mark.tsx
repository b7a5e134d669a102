/** The site's logo: a stepped gable by the Limfjord. */
export function Mark() {
  return (
    <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill="var(--navy)" />
      <path fill="#fff" d="M10 26.5v-9h3.5v-4H17V9.5h6v4h3.5v4H30v9h-7.5v-5h-5v5z" />
      <path
        fill="none"
        stroke="#ffc83d"
        strokeWidth="2.8"
        strokeLinecap="round"
        d="M7 32c4.3-2.6 8.7-2.6 13 0s8.7 2.6 13 0"
      />
    </svg>
  )
}
