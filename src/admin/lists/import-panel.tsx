'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId, useState } from 'react'
import {
  type ImportAnswer,
  importedWords,
  type ImportProgress,
  MOST_ROWS,
  VISIBILITY,
} from '../../domain/text/list-files.ts'
import { ImportPlan } from './import-plan.tsx'
import css from './lists.module.css'
import { sendList } from './send-list.ts'

type List = { slug: string; name: string; hasDrafts: boolean }
type Busy = { isReal: boolean; progress: ImportProgress | null }

/** A file into a list: tried out first, then all or nothing. `onDone` is given what became of it, to be told. */
export function ImportPanel({ list, onDone }: { list: List; onDone: (told: string) => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [problem, setProblem] = useState('')
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const [busy, setBusy] = useState<Busy | null>(null)
  const router = useRouter()
  const id = useId()

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    setFile(target.files?.[0] ?? null)
    // The same file may be chosen again when it has been mended.
    target.value = ''
    setProblem('')
    setAnswer(null)
  }

  async function send(seen: string | null) {
    if (!file) return
    setProblem('')
    setBusy({ isReal: seen !== null, progress: null })
    // What is chosen is read once: it may be changed on the disk meanwhile.
    const found = await sendList(list.slug, file, seen, (progress) =>
      setBusy({ isReal: seen !== null, progress }),
    )
    setBusy(null)
    if ('problem' in found) return setProblem(found.problem)
    setAnswer(found)
    if (seen === null) return
    if (found.written === 0)
      return setProblem('Noget er ændret imens. Intet er gemt. Se her, hvad der sker nu, og gem så.')
    setFile(null)
    setAnswer(null)
    onDone(`»${file.name}«: ${importedWords(found)}`)
    router.refresh()
  }

  return (
    <>
      <p id={`${id}-help`}>
        {`Vælg en CSV-fil med kolonnernes navne i første linje, for eksempel en, du har eksporteret herfra og rettet. Rækker med Id ændres, rækker uden er nye, og kun de kolonner, der er i filen, ændres. Højst ${MOST_ROWS.toLocaleString('da-DK')} rækker. Intet gemmes, før du har set, hvad der sker.`}
      </p>
      {list.hasDrafts && (
        <p>
          {`Det, der er offentliggjort, er ændret på siden med det samme. Kladder bliver ved at være kladder, og nye rækker er det også, hvis der ikke står »${VISIBILITY.published}« i kolonnen »Status«. Skriv »${VISIBILITY.beside}« for at vente med at vise en ændring.`}
        </p>
      )}
      <label className={css.file}>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          disabled={busy !== null}
          aria-describedby={`${id}-help`}
          onChange={choose}
        />
        <span>{file ? 'Vælg en anden CSV-fil …' : 'Vælg CSV-fil …'}</span>
      </label>
      <output className={css.note}>
        {busy ? doing(busy) : file ? `»${file.name}« er valgt.` : ''}
        {!busy &&
          answer?.isUtf8 === false &&
          ' Den er ikke i UTF-8 og er læst som Windows-1252 (Latin-1). Se efter, at æ, ø og å står rigtigt.'}
      </output>
      {busy && (
        <progress
          aria-label="Fremgang"
          max={busy.progress?.of}
          value={busy.progress?.done}
          className={css.progress}
        />
      )}
      <p role="alert" className={css.problem}>
        {problem}
      </p>
      {!answer && (
        <Button margin={false} disabled={busy !== null || file === null} onClick={() => void send(null)}>
          Se, hvad der sker
        </Button>
      )}
      {answer && (
        <ImportPlan rows={answer.rows} isBusy={busy !== null} onAccept={() => void send(answer.plan)} />
      )}
    </>
  )
}

function doing({ isReal, progress }: Busy): string {
  const what = isReal ? 'Gemmer' : 'Prøver'
  if (!progress) return `${what} …`
  return `${what}: ${progress.done.toLocaleString('da-DK')} af ${progress.of.toLocaleString('da-DK')} rækker`
}
