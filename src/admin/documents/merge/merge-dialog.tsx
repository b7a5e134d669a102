'use client'

import { toast, useForm } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import css from './merge.module.css'
import {
  closeDialog,
  isSentTo,
  SaveDialog,
  SaveDialogButtons,
  timeOf,
  useFormAddress,
  useSaveAgain,
} from './save-dialog.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { type Collisions, rideAlong, type ToldSave, watchSaves } from './watch-saves.ts'

type Refused = ToldSave & { collisions: Collisions }

/**
 * Where a save of this form was merged with another's, shows all of what is stored now; where the two collide, shows both and
 * saves again what is chosen.
 */
export function MergeDialog() {
  const form = useForm()
  const own = useFormAddress()
  const saveAgain = useSaveAgain()
  const [refused, setRefused] = useState<Refused | null>(null)

  useEffect(
    () =>
      watchSaves((save) => {
        if (!isSentTo(own, save)) return
        if ('collisions' in save) setRefused(save)
        else if ('merged' in save) {
          toast.success(save.merged, { duration: 10_000 })
          void form.reset(save.doc)
        }
      }),
    [own, form],
  )
  useEffect(
    () =>
      rideAlong({
        bodyOf: (path, _method, sent) =>
          path === own && typeof sent === 'string' ? onWhatIsShown(sent, form.getData().updatedAt) : null,
        refused: ({ status }) => {
          if (status === 409) toast.error(NEWER)
        },
      }),
    [own, form],
  )
  if (!refused) return <SavedMeanwhile />

  return (
    <Choice
      {...refused.collisions}
      onChosen={(fields) => {
        setRefused(null)
        saveAgain(refused, { choices: { on: refused.collisions.on, fields } })
      }}
      onClosed={() => setRefused(null)}
    />
  )
}

/**
 * »Tilbage til det offentliggjorte« sends what is public as it was read, as if it built on that; it builds on what the form
 * shows.
 */
function onWhatIsShown(sent: string, updatedAt: unknown): object | null {
  // What the admin only asks for, it sends as a form.
  if (!sent.startsWith('{')) return null
  const document = JSON.parse(sent) as object
  return 'updatedAt' in document ? { ...document, updatedAt } : null
}

const NEWER = 'Der er gemt en nyere udgave imens. Genindlæs siden, og se den, før du går tilbage.'

type ChoiceProps = Collisions & { onChosen: (fields: Record<string, string>) => void; onClosed: () => void }

function Choice({ on, by, collisions, onChosen, onClosed }: ChoiceProps) {
  return (
    <SaveDialog
      title="Der er gemt imens"
      onSubmit={(chosen) =>
        onChosen(Object.fromEntries([...chosen].map(([key, whose]) => [key, String(whose)])))
      }
      onClosed={onClosed}
    >
      <p>
        Intet er tabt. Vælg for hvert felt, hvad der skal stå. Det øvrige, som I hver især har rettet, kommer
        med.
      </p>
      {collisions.map(({ key, label, theirs, mine }) => (
        <fieldset key={key} className={css.field}>
          <legend>{label}</legend>
          <div className={css.sides}>
            <Side name={key} whose="theirs" title={`Gemt af ${by} ${timeOf(on)}`} text={theirs} />
            <Side name={key} whose="mine" title="Din" text={mine} />
          </div>
        </fieldset>
      ))}
      <SaveDialogButtons>
        <button type="submit" className="btn btn--style-primary btn--size-medium btn--withoutPopup">
          Gem det valgte
        </button>
        <button
          type="button"
          className="btn btn--style-secondary btn--size-medium btn--withoutPopup"
          onClick={closeDialog}
        >
          Tilbage uden at gemme
        </button>
      </SaveDialogButtons>
    </SaveDialog>
  )
}

type SideProps = { name: string; whose: 'theirs' | 'mine'; title: string; text: string }

function Side({ name, whose, title, text }: SideProps) {
  return (
    <label className={css.side}>
      <span className={css.title}>
        <input type="radio" name={name} value={whose} required /> {title}
      </span>
      <span className={css.text}>{text}</span>
    </label>
  )
}
