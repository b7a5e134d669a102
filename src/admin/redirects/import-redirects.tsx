'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId, useState } from 'react'
import { ADDRESSES } from '../../domain/addresses.ts'
import { IMPORT_COLUMNS, type PlannedRow } from '../../domain/tree/redirect-import.ts'
import { decodeFile } from './decode-file.ts'
import { ImportPlan } from './import-plan.tsx'
import css from './import.module.css'

type Busy = 'tries' | 'writes' | null

/** Above the list of redirects: thousands of them from a CSV file, tried out first, then all or nothing. */
export function ImportRedirects() {
  const [isOpen, setIsOpen] = useState(false)
  const [csv, setCsv] = useState('')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState('')
  const [rows, setRows] = useState<PlannedRow[] | null>(null)
  const [busy, setBusy] = useState<Busy>(null)
  const router = useRouter()
  const id = useId()

  function change(text: string, told = '') {
    setCsv(text)
    setNote(told)
    setProblem('')
    setRows(null)
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    // The same file may be chosen again when it has been mended.
    target.value = ''
    if (!file) return
    if (file.size > MOST_BYTES) {
      change('')
      return setProblem(`»${file.name}« er for stor: højst 900 KB ad gangen. Del den i flere.`)
    }
    const read = decodeFile(new Uint8Array(await file.arrayBuffer()))
    change(read?.text ?? '')
    if (!read) setProblem(`»${file.name}« er ikke en CSV-fil. Gem regnearket som »CSV UTF-8«.`)
    else
      setNote(
        read.isUtf8
          ? `»${file.name}« er læst.`
          : `»${file.name}« er ikke i UTF-8 og er læst som Windows-1252 (Latin-1). Se efter, at æ, ø og å står rigtigt.`,
      )
  }

  async function send(isReal: boolean) {
    setBusy(isReal ? 'writes' : 'tries')
    setProblem('')
    const answer = await ask(csv, isReal)
    setBusy(null)
    if ('problem' in answer) return setProblem(answer.problem)
    setRows(answer.rows)
    if (!isReal) return
    if (answer.rows.some(({ state }) => state === 'wrong'))
      return setProblem('Noget er ændret imens, så nogle rækker er forkerte nu. Intet er gemt.')
    toast.success(`${count(answer.written)} er gemt.`)
    change('')
    setIsOpen(false)
    router.refresh()
  }

  const total = csv.split('\n').length - 1
  return (
    <section className={css.import} aria-label="Indlæs viderestillinger fra CSV">
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => setIsOpen(!isOpen)}
        extraButtonProps={{ 'aria-expanded': isOpen, 'aria-controls': id }}
      >
        Indlæs fra CSV
      </Button>
      <div id={id} hidden={!isOpen} className={css.panel}>
        <p id={`${id}-help`}>
          Vælg en fil, eller sæt tekst ind. Første linje er <code>{IMPORT_COLUMNS.join(';')}</code>, og hver
          række har en gammel adresse og den side eller adresse, den fører til, delt af semikolon eller komma.
          Højst 10.000 rækker. Intet gemmes, før du har set, hvad der sker.
        </p>
        <label className={css.file}>
          CSV-fil
          <input
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            disabled={busy !== null}
            onChange={(event) => void choose(event)}
          />
        </label>
        <label>
          Tekst
          <textarea
            rows={8}
            value={csv}
            spellCheck={false}
            disabled={busy !== null}
            aria-describedby={`${id}-help`}
            placeholder={`${IMPORT_COLUMNS.join(';')}\n/Sider/Side.aspx?id=12;/kontakt`}
            onChange={({ target }) => change(target.value)}
          />
        </label>
        <output className={css.note}>
          {busy === 'tries'
            ? `Prøver ${total} rækker …`
            : busy === 'writes'
              ? `Gemmer ${total} rækker …`
              : note}
        </output>
        {busy && <progress aria-label="Arbejder" />}
        <p role="alert" className={css.problem}>
          {problem}
        </p>
        <Button margin={false} disabled={busy !== null || csv.trim() === ''} onClick={() => void send(false)}>
          Se, hvad der sker
        </Button>
        {rows && <ImportPlan rows={rows} isBusy={busy !== null} onAccept={() => void send(true)} />}
      </div>
    </section>
  )
}

const count = (rows: number): string =>
  rows === 1 ? '1 viderestilling' : `${rows.toLocaleString('da-DK')} viderestillinger`

/** The front takes a million bytes of JSON. */
const MOST_BYTES = 900_000

async function ask(
  csv: string,
  isReal: boolean,
): Promise<{ rows: PlannedRow[]; written: number } | { problem: string }> {
  const failed = 'Serveren svarede ikke, som den skulle. Se i listen, om noget er gemt, og prøv igen.'
  try {
    const response = await fetch(ADDRESSES.redirectImport.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ csv, isReal }),
    })
    const answer = await response.json()
    return response.ok ? answer : { problem: answer.error?.message ?? failed }
  } catch {
    return { problem: failed }
  }
}
