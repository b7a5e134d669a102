import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { PUBLISH } from '../e2e/tools/admin.ts'

/** What a picture is taken with: the admin of a site of its own, which has the first content. */
export type Desk = {
  page: Page
  /** Opens a view of the admin, such as `/papirkurv`, and waits until all of it is there. */
  open: (view: string) => Promise<void>
  /** Asks the CMS as the editor whose admin it is, as a colleague, and as somebody who writes drafts. */
  call: Call
  colleague: Call
  writer: Call
  /** The number of a document that was made by the script, or came with the first content. */
  id: (collection: string, name: string) => Promise<number>
}

type Call = <Answer>(method: string, path: string, body?: object) => Promise<Answer>

/** A draft that the pictures are about. */
export const DRAFT = 'Nye tider i svømmehallen'

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const field = (page: Page, name: string) => page.locator(`.field-type:has(#field-${name})`).first()
const draft = async ({ open, id }: Desk) => open(`/collections/pages/${await id('pages', DRAFT)}`)
/** The head of a form, with its buttons. */
const head = (page: Page) => page.locator('.doc-controls').first()

/** Each picture of docs/redaktoer.md by its name: what is done before, and what of the page it shows. */
export const PICTURES: Record<string, (desk: Desk) => Promise<Locator[]>> = {
  'log-ind': async ({ page }) => {
    await page.context().clearCookies()
    await page.goto('/admin/login')
    await page.getByLabel('E-mail').fill('mette.holm@example.dk')
    return [page.locator('form.login__form'), page.locator('img').first()]
  },
  'to-trin': async ({ page, open }) => {
    await open('/account')
    const section = page.locator('section:has(> h2)', { hasText: 'Login i to trin' })
    await section.getByRole('button', { name: 'Sæt en app op' }).waitFor()
    return [section]
  },
  overblik: async ({ page, open }) => {
    await open('')
    return [
      page.getByRole('region', { name: /^Dine kladder/ }),
      page.getByRole('region', { name: 'Pressen lige nu' }),
    ]
  },
  soeg: async ({ page, open }) => {
    await open('')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Søg, eller sæt en adresse ind' }).fill('by og land')
    await page.getByRole('listbox', { name: 'Fundet' }).getByRole('option').first().waitFor()
    return [page.locator('dialog[open]')]
  },
  telefon: async ({ page, open, id }) => {
    await open(`/collections/contact-boxes/${await id('contact-boxes', 'By og Land')}`)
    await page.locator('#field-phone').fill('99 31 20 00')
    return [head(page), field(page, 'phone')]
  },
  pressekontakt: async ({ page, open }) => {
    await open('/collections/press-contacts/create')
    await page.locator('#field-name').fill('Sofie Bang Madsen')
    await page.locator('#field-title').fill('Pressemedarbejder')
    await page.locator('#field-phones__0__number').fill('25 20 10 10')
    for (const subject of ['byggesager', 'trafik']) {
      await page.locator('.field-subjects input').fill(subject)
      await page.keyboard.press('Enter')
    }
    return [field(page, 'name'), page.locator('.field-subjects')]
  },
  'luk-en-dag': async ({ page, open, id }) => {
    await open(`/collections/contact-boxes/${await id('contact-boxes', 'By og Land')}`)
    const form = region(page, 'Luk en dag')
    await form.getByRole('button', { name: 'Luk en dag …' }).click()
    await form.getByLabel('Dato', { exact: true }).fill('18.12')
    await form.getByLabel('Grund, som kan læses på siden').fill('Personaledag')
    await form.getByText('Gælder én kontaktboks:').waitFor()
    return [form]
  },
  blokke: async ({ page, open }) => {
    await open('/collections/pages/create')
    await page.getByRole('button', { name: /^Tilføj Blok/i }).click()
    await page.locator('.blocks-drawer__block').last().waitFor()
    return [page.locator('.blocks-drawer__blocks-wrapper')]
  },
  tekst: async (desk) => {
    const { page } = desk
    await draft(desk)
    await page.locator('.ContentEditable__root').first().click()
    return [page.locator('.blocks-field__row').first()]
  },
  link: async (desk) => {
    const { page } = desk
    await draft(desk)
    await page.locator('.ContentEditable__root').first().click()
    await page.keyboard.press('Shift+Home')
    await page.locator('.toolbar-popup__button-link').first().click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('Side eller fil på hjemmesiden').click()
    await drawer.locator('.rs__control').first().click()
    await page.keyboard.type('Pressekontakt')
    await page.locator('.rs__option', { hasText: 'Pressekontakt' }).first().click()
    await drawer.getByText('Overskrift på siden').waitFor()
    return [drawer.locator('.drawer__content')]
  },
  fil: async ({ page, open }) => {
    await open('/collections/media/create')
    const picture = { create: { width: 640, height: 400, channels: 3, background: '#8fb8d8' } } as const
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'havnebadet.png',
        mimeType: 'image/png',
        buffer: await sharp(picture).png().toBuffer(),
      })
    await page.locator('#field-alt').fill('Havnebadet med bølger og en blå himmel')
    return [page.locator('.file-field').first(), field(page, 'alt')]
  },
  forhaandsvis: async (desk) => {
    const { page } = desk
    await draft(desk)
    await page.getByRole('button', { name: 'Forhåndsvis' }).click()
    const shown = page.frameLocator('iframe[title="Siden, som besøgende ser den"]')
    await shown.getByRole('heading', { name: DRAFT, level: 1 }).waitFor()
    return [page.locator('body')]
  },
  del: async (desk) => {
    const { page } = desk
    await draft(desk)
    const sharing = region(page, 'Delt uden login')
    await sharing.getByRole('button', { name: 'Del kladden …' }).click()
    await sharing.getByLabel('Hvad er linket til?').fill('Til skolelederen')
    return [sharing]
  },
  godkend: async (desk) => {
    const { page, writer, id } = desk
    const address = `/pages/${await id('pages', DRAFT)}`
    const { updatedAt } = await writer<{ updatedAt: string }>('GET', `${address}?draft=true`)
    await writer('POST', `${address}/approval`, { step: 'ask', seen: updatedAt, word: 'Passer tiderne?' })
    await draft(desk)
    const approval = region(page, 'Godkendelse')
    await approval.getByRole('button', { name: 'Godkend og offentliggør' }).waitFor()
    return [approval]
  },
  erklaering: async ({ page, open }) => {
    await open('/globals/footer')
    await page.locator('#field-statementUrl').fill('https://was.digst.dk/navn-dk')
    return [field(page, 'statementUrl')]
  },
  sikkerhed: async ({ page, open }) => {
    await open('/globals/footer')
    await page.getByText('Hvis nogen finder et sikkerhedshul').scrollIntoViewIfNeeded()
    await page.locator('#field-security__contact').fill('sikkerhed@example.dk')
    await page.locator('#field-security__expires').fill('30.11.2027')
    return [page.locator('#field-security')]
  },
  planlaeg: async (desk) => {
    const { page } = desk
    await draft(desk)
    const planned = region(page, 'Planlagt')
    await planned.getByRole('button', { name: 'Planlæg …' }).click()
    await planned.getByLabel('Dato', { exact: true }).fill('i morgen')
    await planned.getByLabel('Klokkeslæt').fill('8')
    return [planned]
  },
  'tag-ned': async ({ page, open, id }) => {
    await open(`/collections/pages/${await id('pages', 'Pressekontakt')}`)
    await page.locator('.doc-controls__popup .popup-button').first().click()
    const unpublish = page.getByRole('button', { name: 'Afpublicér', exact: true })
    await unpublish.waitFor()
    return [head(page), unpublish, page.getByRole('button', { name: 'Slet', exact: true })]
  },
  aendringer: async ({ page, open }) => {
    await open('/seneste-aendringer')
    return [page.getByRole('heading', { level: 1 }), page.locator('tbody tr').nth(4)]
  },
  sidetrae: async ({ page, open }) => {
    await open('/sidetrae')
    await page.getByRole('treegrid').getByRole('row').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('treegrid').getByRole('row').nth(5).waitFor()
    return [page.getByRole('searchbox'), page.getByRole('treegrid')]
  },
  erstat: async ({ page, open, id }) => {
    await open(`/collections/people/${await id('people', 'Peter Munk')}`)
    const uses = region(page, 'Bruges på')
    await uses.getByRole('button', { name: 'Erstat overalt …' }).waitFor()
    return [uses]
  },
  flet: async (desk) => {
    const { page, colleague, id } = desk
    const page1 = await id('pages', 'Ferieåbent')
    await desk.open(`/collections/pages/${page1}`)
    await page.locator('#field-summary').fill('Vi holder åbent i hele uge 42.')
    await colleague('PATCH', `/pages/${page1}?draft=true`, { summary: 'Vi holder åbent i efterårsferien.' })
    await page.getByRole('button', { name: 'Gem kladde', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Der er gemt imens' })
    await dialog.getByLabel('Din').check()
    return [dialog]
  },
  importer: async ({ page, open, id }) => {
    const numbers = [
      ['Line Christensen', '25 20 16 21'],
      ['Kirja Holland Thomsen', '25 20 16 09'],
    ]
    const rows = await Promise.all(
      numbers.map(async ([name = '', number]) => `${await id('press-contacts', name)};${name};${number}`),
    )
    await open('/collections/press-contacts')
    await page.getByRole('button', { name: 'Importér' }).click()
    const part = region(page, 'Listen som fil')
    await part.getByLabel('CSV-fil').setInputFiles({
      name: 'pressekontakter.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Id;Navn;Telefonnumre', ...rows].join('\n')),
    })
    await part.getByRole('button', { name: 'Se, hvad der sker' }).click()
    await part.getByText('Det sker der').waitFor()
    return [part]
  },
  papirkurv: async ({ page, open, call, id }) => {
    await call('DELETE', `/pages/${await id('pages', 'Julemarked 2025')}`)
    await open('/papirkurv')
    const entry = page.getByRole('listitem').filter({ hasText: 'Julemarked 2025' })
    return [page.getByRole('heading', { level: 1 }), entry]
  },
  dato: async ({ page, open }) => {
    await open('/collections/hours-exceptions/create')
    await page.locator('#field-from').fill('fredag den 18. dec')
    await page.locator('#field-to').fill('31.4')
    return [field(page, 'from'), field(page, 'to')]
  },
  cpr: async (desk) => {
    const { page } = desk
    await draft(desk)
    await page.locator('#field-summary').fill('Ring, hvis du er født 010190-1234.')
    await page.getByRole('button', { name: PUBLISH }).click()
    const dialog = page.getByRole('dialog', { name: 'Er det et CPR-nummer?' })
    await dialog.waitFor()
    return [dialog]
  },
  'ikke-gemt': async (desk) => {
    const { page } = desk
    await draft(desk)
    const typed = 'Fra den 1. januar åbner svømmehallen kl. 6 alle hverdage.'
    await page.locator('#field-summary').fill(typed)
    await page.waitForFunction(
      (words) => Object.values(localStorage).some((kept) => kept.includes(words)),
      typed,
    )
    page.once('dialog', (dialog) => void dialog.accept())
    await draft(desk)
    const offer = page.locator('section', { hasText: 'Du har tekst, der ikke blev gemt' }).last()
    await offer.getByRole('button', { name: 'Hent frem' }).waitFor()
    return [offer]
  },
}
