import { useEffect, useId, useRef, useState } from 'react'
import { moveAddress, treeAddress } from '../../../domain/addresses.ts'
import { type FoundPages, type Move, sayMove, type TreePage } from '../../../domain/tree/desk-tree.ts'
import { askCms } from '../ask/ask-cms.ts'
import dialogCss from '../merge/save-dialog.module.css'
import { closeDialog, SaveDialogButtons } from '../merge/save-dialog.tsx'
import { SearchField } from './search-field.tsx'
import css from './tree.module.css'

type Props = {
  page: TreePage
  /** Where it was let go: null is the top, undefined nowhere yet. */
  to?: TreePage | null
  onMoved: (move: Move, to: TreePage | null) => void
  onClosed: () => void
}

const FAILED = 'Serveren svarede ikke, som den skulle. Genindlæs træet, og se, hvor siden ligger.'

/** Asks where a page shall lie, says what that changes, and moves it. */
export function MoveDialog({ page, to: given, onMoved, onClosed }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const name = useId()
  const [to, setTo] = useState(given)
  const [tried, setTried] = useState<{ to: TreePage | null; answer: Move | { problem: string } } | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  useEffect(() => {
    if (to === undefined) return
    let isOld = false
    const tryOut = async () => {
      const answer = await send(page, to, true)
      if (!isOld) setTried({ to, answer })
    }
    void tryOut()
    return () => {
      isOld = true
    }
  }, [page, to])

  const answer = tried && tried.to === to ? tried.answer : null
  const move = answer && !('problem' in answer) ? answer : null

  async function go() {
    if (!move || to === undefined) return
    setIsBusy(true)
    const done = await send(page, to, false)
    setIsBusy(false)
    if ('problem' in done) setTried({ to, answer: done })
    else onMoved(done, to)
  }

  return (
    <dialog
      ref={dialog}
      className={`${dialogCss.dialog} ${css.dialog}`}
      aria-labelledby={name}
      onClose={onClosed}
    >
      <h2 id={name}>Flyt »{page.title}«</h2>
      <p className={css.now}>Den ligger nu på {page.path}</p>
      {given === undefined && <PlacePicker page={page} chosen={to} onChosen={setTo} />}
      {given !== undefined && (
        <p>
          {given ? (
            <>
              Under »{given.title}«, {given.path}
            </>
          ) : (
            'Øverst, uden en side over sig'
          )}
        </p>
      )}
      <div aria-live="polite" className={css.changes}>
        {to !== undefined && answer === null && <p>Ser efter, hvad det ændrer …</p>}
        {move && (
          <ul>
            {sayMove(move).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {answer && 'problem' in answer && <p className={css.problem}>{answer.problem}</p>}
      </div>
      <SaveDialogButtons>
        <button
          type="button"
          className="btn btn--style-primary btn--size-medium btn--withoutPopup"
          disabled={!move || isBusy}
          onClick={() => void go()}
        >
          {isBusy ? 'Flytter …' : 'Flyt siden'}
        </button>
        <button
          type="button"
          className="btn btn--style-secondary btn--size-medium btn--withoutPopup"
          onClick={closeDialog}
        >
          Annullér
        </button>
      </SaveDialogButtons>
    </dialog>
  )
}

const send = (page: TreePage, to: TreePage | null, isTried: boolean) =>
  askCms<Move>('POST', moveAddress(page.id), {
    send: { from: page.parent, to: to?.id ?? null, isTried },
    failed: FAILED,
  })

type PickerProps = {
  page: TreePage
  chosen: TreePage | null | undefined
  onChosen: (to: TreePage | null) => void
}

/** Where a page can lie: pages by title and address, and the top. */
function PlacePicker({ page, chosen, onChosen }: PickerProps) {
  const group = useId()
  const [places, setPlaces] = useState<TreePage[] | null>(null)
  const [problem, setProblem] = useState('')
  const asked = useRef('')

  async function search(q: string) {
    asked.current = q
    if (q === '') return setPlaces(null)
    const answer = await askCms<FoundPages>('GET', treeAddress(`?${new URLSearchParams({ q })}`), {
      failed: 'Siderne kan ikke hentes lige nu. Prøv igen.',
    })
    if (asked.current !== q) return
    if ('problem' in answer) return setProblem(answer.problem)
    setProblem('')
    const byId = new Map(answer.pages.map((one) => [one.id, one]))
    setPlaces(answer.hits.flatMap((id) => byId.get(id) ?? []).filter(({ id }) => id !== page.id))
  }

  return (
    <fieldset className={css.places}>
      <legend>Hvor skal den ligge?</legend>
      {page.parent !== null && (
        <label>
          <input type="radio" name={group} checked={chosen === null} onChange={() => onChosen(null)} />
          <span>Øverst, uden en side over sig</span>
        </label>
      )}
      <SearchField
        label={`${page.parent === null ? 'Under' : 'Eller under'} en side: søg efter titel eller adresse`}
        onSearched={(q) => void search(q)}
      />
      <p role="alert" className={css.problem}>
        {problem}
      </p>
      {places?.length === 0 && <p>Ingen sider har det i titlen eller adressen.</p>}
      {places?.map((one) => (
        <label key={one.id}>
          <input
            type="radio"
            name={group}
            checked={chosen?.id === one.id}
            disabled={one.id === page.parent}
            onChange={() => onChosen(one)}
          />
          <span className={css.words}>
            {one.title}
            <span className={css.path}>
              {one.path}
              {one.id === page.parent && ' (der ligger den nu)'}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
