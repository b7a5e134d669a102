import { Component, type ReactNode, useId } from 'react'
import css from './kept.module.css'

type Props = { children: ReactNode; raw: string; onDiscard: () => void }

/** An offer that fails takes no form with it: what was typed is shown as the browser keeps it. */
export class OrRaw extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    return this.state.hasFailed ? <RawOffer {...this.props} /> : this.props.children
  }
}

function RawOffer({ raw, onDiscard }: Omit<Props, 'children'>) {
  const title = useId()
  return (
    <section className={css.offer} aria-labelledby={title}>
      <h2 id={title}>Du har tekst, der ikke blev gemt</h2>
      <p>
        Den kan ikke vises, som den plejer. Her er den, som browseren holder den: kopiér det, du vil bruge.
      </p>
      <div className={css.sides}>
        <textarea readOnly aria-label="Du skrev" value={raw} rows={6} />
      </div>
      <div className={css.buttons}>
        <button type="button" onClick={onDiscard}>
          Kassér
        </button>
      </div>
    </section>
  )
}
