'use client'

import { useConfig } from '@payloadcms/ui'
import type { ReactNode } from 'react'

type Shown = { admin?: { images?: { thumbnail?: string | { alt?: string } } } }

/**
 * What each block is for, below its name where a block is chosen. Payload has no place for a text there, so the style sheet
 * writes it after the name; those who hear the page have it from the picture's alternative text.
 */
export function BlockHelp({ children }: { children: ReactNode }) {
  const { getEntityConfig } = useConfig()
  const blocks = getEntityConfig({ collectionSlug: 'pages' })?.fields.flatMap((field) =>
    'blocks' in field ? (field.blocks as Shown[]) : [],
  )
  const rules = (blocks ?? []).flatMap((block) => {
    const shown = block.admin?.images?.thumbnail
    const help = typeof shown === 'object' ? shown.alt : undefined
    return help ? [ruleOf(JSON.stringify(help))] : []
  })
  return (
    <>
      <style>{LOOK + rules.join('')}</style>
      {children}
    </>
  )
}

const ruleOf = (help: string): string =>
  `.blocks-drawer__block:has(img[alt=${help}]) .thumbnail-card__label::after{content:${help};content:${help} / ''}`

const LOOK = `
.blocks-drawer__blocks-wrapper .thumbnail-card__label {
  white-space: normal;
  overflow: visible;
}
.blocks-drawer__blocks-wrapper .thumbnail-card__label::after {
  display: block;
  margin-top: 0.25rem;
  font-size: 0.8125rem;
  font-weight: 400;
  line-height: 1.35;
}
.blocks-drawer__blocks-wrapper .thumbnail-card {
  height: 100%;
}
`
