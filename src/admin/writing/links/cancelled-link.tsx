'use client'

import { $isLinkNode } from '@payloadcms/richtext-lexical/client'
import { $getRoot, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useModal } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/**
 * Payload makes the link before its drawer opens, with the beginning of an address, and leaves it so when the drawer is closed
 * without one: then the words are no link again.
 */
export function CancelledLink() {
  const [editor] = useLexicalComposerContext()
  const { modalState } = useModal()
  const isOpen = Object.values(modalState).some(({ slug, isOpen }) => isOpen && slug?.includes(LINK_DRAWER))
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (isOpen === wasOpen.current) return
    wasOpen.current = isOpen
    if (!isOpen) editor.update(() => $getRoot().getChildren().forEach($unlink))
  }, [isOpen, editor])
  return null
}

function $unlink(node: LexicalNode): void {
  if ('getChildren' in node) for (const child of (node as Parent).getChildren()) $unlink(child)
  if (!$isLinkNode(node) || node.getFields().linkType !== 'custom' || node.getFields().url !== BEGINNING)
    return
  for (const child of node.getChildren()) node.insertBefore(child)
  node.remove()
}

type Parent = LexicalNode & { getChildren: () => LexicalNode[] }

const LINK_DRAWER = 'lexical-rich-text-link-'

/** What a new link of Payload's has for an address. */
const BEGINNING = 'https://'
