import { useEffect, useId, useRef, useState } from 'react'
import css from './tree.module.css'

/** Milliseconds without a key before what was typed is looked for. */
const PAUSE = 250

/** A field that tells what has been typed once the typing pauses. */
export function SearchField({
  label = 'Søg efter titel eller adresse',
  onSearched,
}: {
  label?: string
  onSearched: (q: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const tell = useRef(onSearched)
  useEffect(() => {
    tell.current = onSearched
  })
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => tell.current(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className={css.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        maxLength={300}
        value={typed ?? ''}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  )
}
