'use client'

import { Button, ConfirmationModal, toast, useListDrawer, useModal } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { belowAddress, collectionAddress, replaceAddress } from '../../../domain/addresses.ts'
import css from './uses.module.css'

type Props = { slug: string; id: number | string; total: number; below: number; onChanged: () => void }
type Asked = { heading: string; body: string; address: string; send: object; leaves?: boolean }

/** Below the list of uses: another document everywhere instead; and for a page what shall happen to those below it. */
export function ChangeUses({ slug, id, total, below, onChanged }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [problem, setProblem] = useState('')
  const { openModal } = useModal()
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
    const answer = await post(address, send)
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

  const address = belowAddress(id)
  const pages = below === 1 ? 'én underside' : `${below} undersider`
  return (
    <div className={css.change}>
      {slug === 'pages' && below > 0 && (
        <fieldset>
          <legend>Siden har {pages}. Hvad skal der ske med dem, hvis siden ikke skal vises mere?</legend>
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            onClick={() =>
              ask({
                heading: 'Afpublicér siden og alt under den?',
                body: 'Ingen af siderne kan ses på webstedet bagefter. De bliver liggende som kladder.',
                address,
                send: { how: 'unpublish' },
              })
            }
          >
            Afpublicér alle
          </Button>
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            onClick={() =>
              ask({
                heading: 'Slet siden og alt under den?',
                body: 'Siderne ligger i papirkurven i 30 dage og kan gendannes derfra.',
                address,
                send: { how: 'delete' },
                leaves: true,
              })
            }
          >
            Slet alle
          </Button>
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            onClick={() =>
              ask({
                heading: 'Flyt undersiderne et niveau op?',
                body: 'De kommer til at ligge, hvor siden her ligger, og deres gamle adresser fører til de nye. Bagefter kan siden her afpubliceres eller slettes.',
                address,
                send: { how: 'up' },
              })
            }
          >
            Flyt dem et niveau op
          </Button>
        </fieldset>
      )}
      <Button margin={false} size="small" buttonStyle="secondary" onClick={openDrawer}>
        Erstat overalt …
      </Button>
      <p role="alert">{problem}</p>
      <Drawer
        onSelect={({ docID, doc }) => {
          closeDrawer()
          const name = String(doc?.title ?? doc?.name ?? doc?.filename ?? docID)
          ask({
            heading: 'Erstat overalt?',
            body: `»${name}« kommer til at stå i stedet ${total === 1 ? 'det ene sted' : `alle ${total} steder`}, også i kladder.`,
            address: replaceAddress(slug, id),
            send: { with: Number(docID) },
          })
        }}
      />
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

async function post(address: string, send: object): Promise<{ message: string } | { problem: string }> {
  const failed = 'Serveren svarede ikke, som den skulle. Se på siden, hvad der er sket, og prøv igen.'
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(send),
    })
    const answer = await response.json()
    return response.ok ? answer : { problem: answer.error?.message ?? failed }
  } catch {
    return { problem: failed }
  }
}
