import { sayError } from '../database/errors/say-error.ts'
import type { ServerResponse } from 'node:http'
import type { GetServerSideProps, GetServerSidePropsContext } from 'next'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Document } from '../components/frame/document.tsx'
import { styleSheets } from './handover.ts'

/**
 * Sends a page as a whole document, and returns what Next asks for. No script takes the page over, so it is rendered as
 * plain text: Next's own way, in three streams, takes several times as long. In development Next sends it, with its scripts.
 */
export function showPage<Props extends object>(
  response: ServerResponse,
  Page: (props: Props) => ReactNode,
  props: Props,
): { props: Props } {
  if (styleSheets() !== null) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Cache-Control', 'private, no-store')
    response.end(documentOf(<Page {...props} />))
  }
  return { props }
}

/** The whole document of a page, as text. @param isStill without the script, and links that lead to windows of their own */
export const documentOf = (page: ReactNode, isStill = false): string =>
  `<!DOCTYPE html>${renderToStaticMarkup(
    <Document styleSheets={styleSheets() ?? []} isStill={isStill}>
      {page}
    </Document>,
  )}`

/** What `make` answers instead of a page: it stands elsewhere, or what was sent has been done and is seen there. */
export class Elsewhere {
  constructor(readonly address: string) {}
}

/**
 * A page that is made for each request. If it cannot be made, the answer is an empty 503, which the front replaces with
 * the stored error page.
 */
export const madePage =
  <Props extends object>(
    Page: (props: Props) => ReactNode,
    make: (context: GetServerSidePropsContext) => Promise<Props | Elsewhere>,
  ): GetServerSideProps<Props> =>
  async (context) => {
    try {
      const made = await make(context)
      return made instanceof Elsewhere
        ? { redirect: { destination: made.address, statusCode: 303 } }
        : showPage(context.res, Page, made)
    } catch (error) {
      console.error('page', ...Object.values(sayError(error)))
      context.res.statusCode = 503
      context.res.end()
      // The answer is sent already; Next ignores this.
      return { notFound: true }
    }
  }
