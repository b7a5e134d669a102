import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { logIn } from '../../tools/admin.ts'
import { useBrowser } from '../../tools/browser.ts'

const { visit } = useBrowser()
export const siteUrl = inject('siteUrl')

/** The admin at an address, for who has this token. */
export async function adminAt(token: string, address: string, options = {}) {
  const { page, context, expectNoErrors } = await visit('about:blank', options)
  await context.addCookies([{ name: 'payload-token', value: token, url: siteUrl, sameSite: 'Lax' }])
  await page.goto(address, { waitUntil: 'networkidle' })
  return { page, expectNoErrors }
}

/** A new editor, logged in; `remove` takes the account away again. */
export async function newEditor(name: string) {
  const administrator = await logIn(siteUrl)
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '-')}@example.dk`
  const account = { email, password: 'fire-grønne-heste-løber-17', name, role: 'editor' }
  const { doc } = await administrator.call<{ doc: { id: number } }>('POST', '/users', account)
  const remove = () => administrator.call('DELETE', `/users/${doc.id}`)
  return { ...(await logIn(siteUrl, account)), id: doc.id, account, remove }
}

export async function findings(page: Page, selector: string) {
  const { violations } = await new AxeBuilder({ page }).include(selector).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
