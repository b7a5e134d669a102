'use client'

import { Button, ConfirmationModal, toast, useDocumentTitle, useListDrawer, useModal } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { belowAddress, collectionAddress, replaceAddress } from '../../../domain/addresses.ts'
import { useRights } from '../../accounts/rights/use-rights.ts'
import { Choosing } from '../../lists/choosing.ts'
import { askCms } from '../ask/ask-cms.ts'
import { sayChoice, sayReplace } from './say-replace.ts'
import css from './uses.module.css'

type Props = {
  slug: string
  id: number | string
  /** How many places use it, and what some of them are called. */
  total: number
  names: readonly string[]
  /** How many pages lie below it. */
  below: number
  onChanged: () => void
}
type Asked = { heading: string; body: string; address: string; send: object; leaves?: boolean }

/** Below the list of uses: another document everywhere instead; and for a page what shall happen to those below it. */
export function ChangeUses({ slug, id, total, names, below, onChanged }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [problem, setProblem] = useState('')
  const { openModal } = useModal()
  const { publishing } = useRights()
  const { title } = useDocumentTitle()
  const router = useRouter()
  // The same objects as long as they say the same: the drawer asks anew for each other one.
  const listed = useMemo(
    () => ({
      collectionSlugs: [slug as CollectionSlug],
      filterOptions: { [slug]: { id: { not_equals: id } } },
    }),
    [slug, id],
  )
  const [Drawer, , { openDrawer, closeDrawer }] = useListDrawer(listed)
  const modal = `change-uses-${slug}-${id}`

  function ask(question: Asked) {
    setProblem('')
    setAsked(question)
    openModal(modal)
  }

  async function change({ address, send, leaves }: Asked) {
    const answer = await askCms<{ message: string }>('POST', address, { send, failed: FAILED })
    if ('problem' in answer) {
      setProblem(answer.problem)
      return
    }
    toast.success(answer.message)
    if (leaves) router.push(collectionAddress(slug))
    else {
      router.refresh()
      onChanged()
    }
  }

  if (publishing !== null) return null
  const pages = below === 1 ? 'én underside' : `${below} undersider`
  return (
    <div className={css.change}>
      {slug === 'pages' && below > 0 && (
        <details id={PAGES_BELOW}>
          <summary>Flere handlinger for undersiderne …</summary>
          <fieldset>
            <legend>Siden har {pages}. Hvad skal der ske med dem, hvis siden ikke skal vises mere?</legend>
            {BELOW.map(({ label, ...question }) => (
              <Button
                key={label}
                margin={false}
                size="small"
                buttonStyle="secondary"
                onClick={() => ask({ ...question, address: belowAddress(id) })}
              >
                {label}
              </Button>
            ))}
          </fieldset>
        </details>
      )}
      <Button margin={false} size="small" buttonStyle="secondary" onClick={openDrawer}>
        Erstat overalt …
      </Button>
      <p role="alert">{problem}</p>
      <Choosing value={sayChoice(slug, title)}>
        <Drawer
          allowCreate={false}
          onSelect={({ docID, doc }) => {
            closeDrawer()
            const name = String(doc?.title ?? doc?.name ?? doc?.filename ?? docID)
            ask({
              heading: 'Erstat overalt?',
              body: sayReplace(title, name, total, names),
              address: replaceAddress(slug, id),
              send: { with: Number(docID) },
            })
          }}
        />
      </Choosing>
      <ConfirmationModal
        modalSlug={modal}
        heading={asked?.heading ?? ''}
        body={asked?.body ?? ''}
        confirmLabel="Ja"
        cancelLabel="Annullér"
        onConfirm={() => (asked ? change(asked) : undefined)}
      />
    </div>
  )
}

/** The question about the pages below one, in the page. */
export const PAGES_BELOW = 'pages-below'

/** What can happen to them. */
const BELOW: (Omit<Asked, 'address'> & { label: string })[] = [
  {
    label: 'Afpublicér alle',
    heading: 'Afpublicér siden og alt under den?',
    body: 'Ingen af siderne kan ses på hjemmesiden bagefter. De bliver liggende som kladder.',
    send: { how: 'unpublish' },
  },
  {
    label: 'Slet alle',
    heading: 'Slet siden og alt under den?',
    body: 'Siderne ligger i papirkurven i 30 dage og kan gendannes derfra.',
    send: { how: 'delete' },
    leaves: true,
  },
  {
    label: 'Flyt dem et niveau op',
    heading: 'Flyt undersiderne et niveau op?',
    body: 'De kommer til at ligge, hvor siden her ligger, og deres gamle adresser fører til de nye. Bagefter kan siden her afpubliceres eller slettes.',
    send: { how: 'up' },
  },
]

const FAILED = 'Serveren svarede ikke, som den skulle. Se på siden, hvad der er sket, og prøv igen.'
