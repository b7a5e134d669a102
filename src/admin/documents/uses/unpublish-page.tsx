'use client'

import { ConfirmationModal, PopupList, UnpublishButton, useDocumentInfo, useModal } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { PAGES_BELOW } from './change-uses.tsx'
import { useUses } from './use-uses.ts'

/** »Afpublicér« of a page: with others below it that visitors see, it says so and leads to the question what shall happen to them. */
export function UnpublishPage() {
  const { id, hasPublishedDoc, hasPublishPermission, lastUpdateTime } = useDocumentInfo()
  const { openModal, isModalOpen } = useModal()
  const isLed = useRef(false)
  const modal = `pages-below-${id}`
  const isAsked = isModalOpen(modal)
  useEffect(() => {
    if (isAsked || !isLed.current) return
    isLed.current = false
    // After the dialog has given the focus back.
    setTimeout(goToQuestion)
  }, [isAsked])
  const answer = useUses('pages', id, String(lastUpdateTime))
  const uses = answer === null || answer === 'failed' ? [] : answer.uses
  const below = uses.filter(({ isBelow, isPublic }) => isBelow && isPublic).length
  if (below === 0) return <UnpublishButton />
  if (!hasPublishedDoc || !hasPublishPermission) return null

  const pages = below === 1 ? 'én underside' : `${below} undersider`
  return (
    <>
      <PopupList.Button id="action-unpublish" onClick={() => openModal(modal)}>
        Afpublicér
      </PopupList.Button>
      <ConfirmationModal
        modalSlug={modal}
        heading="Siden har undersider"
        body={`Siden har ${pages}, som kan ses på hjemmesiden. Vælg først under »Bruges på«, hvad der skal ske med dem.`}
        confirmLabel="Gå til spørgsmålet"
        cancelLabel="Annullér"
        onConfirm={() => {
          isLed.current = true
        }}
      />
    </>
  )
}

function goToQuestion() {
  const question = document.getElementById(PAGES_BELOW)
  if (question instanceof HTMLDetailsElement) question.open = true
  question?.scrollIntoView({ block: 'center' })
  question?.querySelector('button')?.focus({ preventScroll: true })
}
