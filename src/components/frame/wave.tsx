/** A wave along an edge, for the Limfjord. */
export function Wave({ className }: { className: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 1200 40" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 20c100-27 200-27 300 0s200 27 300 0 200-27 300 0 200 27 300 0v21H0z" />
    </svg>
  )
}
