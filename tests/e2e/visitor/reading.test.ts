import { expect, inject, test } from 'vitest'
import { firstMissing, headings, textOf, useBrowser } from '../tools/browser.ts'
import { ACCESS, allPages, contentPages, DEPARTMENT, list, PRESS, STORY } from '../tools/page-kinds.ts'

const { visit } = useBrowser()
const read = (path: string) => visit(path, { javaScriptEnabled: false })

test('the press page has every section of its source, in order', async () => {
  const { page, expectNoErrors } = await read(PRESS)
  expect(await headings(page)).toEqual([
    'Pressekontakt',
    'Hvem svarer pressen nu?',
    'Hvad søger du?',
    'Hvem vil du gerne i kontakt med?',
    'Line Christensen',
    'Kirja Holland Thomsen',
    'Trine Egeberg Henriksen',
    'Caroline Kjær Anker',
    'Niels Jahn Knudsen',
    'Anders Aaen Larsen',
    'Cornelius Corneliussen',
    'Anna Kristine Mollerup',
    'Heidi Gjesing Andersen',
    'Måske er du også interesseret i',
    'Har du set…',
  ])
  expectNoErrors()
})

test('the press page has every person with their title, numbers and e-mail', async () => {
  const { page } = await read(PRESS)
  expect(
    firstMissing(
      await textOf(page),
      list(`
    7.00–23.00 | 8.00–15.00 | 8.00–17.00 | 99 82 10 82 | Line Christensen | Presseansvarlig og journalist |
    25 20 16 20 | lich@aalborg.dk | Kirja Holland Thomsen | Leder af Kommunikation og Udvikling |
    25 20 16 08 | kht@aalborg.dk | Trine Egeberg Henriksen | Leder af kommunikation |
    25 20 21 21 | trine.henriksen@aalborg.dk | Caroline Kjær Anker | Kommunikationskonsulent |
    25 20 21 11 | caroline.anker@aalborg.dk | Niels Jahn Knudsen | Kommunikationskonsulent |
    25 20 25 13 | 99 31 25 13 | njk-jv@aalborg.dk | Anders Aaen Larsen |
    Presse- og Kommunikationskonsulent | 31 99 08 11 | Cornelius Corneliussen |
    Kommunikationskonsulent | 93 52 00 11 | cornelius@aalborg.dk | Anna Kristine Mollerup |
    Kommunikationskonsulent | 25 20 54 01 | 99 31 54 01 | akmo-aeh@aalborg.dk |
    Heidi Gjesing Andersen | Pressemedarbejder | 25 19 94 02 | heidi.andersen@aalborg.dk
  `),
    ),
  ).toBeNull()
})

test('the department page has every department with its units and leaders', async () => {
  const { page, expectNoErrors } = await read(DEPARTMENT)
  expect(await headings(page)).toEqual(
    list(`
    Borgmesterens Forvaltning | Borgmesterens Forvaltning består af fem afdelinger |
    Borgmesterkontoret | Afdelingen består af | Ledelse: Borgmesterkontoret | BusinessAalborg |
    Ledelse: BusinessAalborg | Økonomisk Afdeling | Afdelingen består af flere kontorer | Stabsfunktioner |
    Ledelse: Økonomisk Afdeling | AaK Bygninger | Væsentligste områder | Ledelse: AaK Bygninger | Koncernservice |
    Afdelingen skal samtidig understøtte | Koncernservice består af | Ledelse: Koncernservice |
    Organisationsdiagram for Borgmesterens Forvaltning
  `),
  )
  expect(
    firstMissing(
      await textOf(page),
      list(`
    Borgmesterkontoret | Byrådssekretariatet | Telefonomstillingen | Kommunikation og Udvikling |
    Aalborg Events | Kommunaldirektør | Christian Roslev | 99 31 15 05 |
    christian.roslev@aalborg.dk | Konstitueret erhvervsdirektør | Christian Roslev | 99 31 15 05 |
    Økonomikontoret | Finanskontoret | Juridisk kontor | IT og Digitalisering | Borgerservice |
    Kantinen | Budtjenesten | Rengøringsenheden | Vicekommunaldirektør | Jørgen Litske Petersen |
    99 31 17 00 | jlp@aalborg.dk | ca. 1 mio. m² | Bygningschef | Peter Munk | 99 31 40 60 |
    pmu@aalborg.dk | AK indkøb | HR, Løn og Personale | ITCenter & AKPrint | Afdelingschef |
    Torben Risager | 99 31 11 60 | tor@aalborg.dk
  `),
    ),
  ).toBeNull()
  expectNoErrors()
})

test('the organisation chart is nested lists of the administration, its five departments and their units', async () => {
  const { page } = await read(DEPARTMENT)
  const chart = page.locator('section', { has: page.getByRole('heading', { name: /^Organisationsdiagram/ }) })
  const names = (depth: string) =>
    chart.locator(`${depth} > p strong`).evaluateAll((found) => found.map((name) => name.textContent))
  const top = 'div > ul > li'
  expect(await names(top)).toEqual(['Borgmesterens Forvaltning'])
  expect(await names(`${top} > ul > li`)).toEqual(
    list(`
    Borgmesterkontoret | BusinessAalborg | Økonomisk Afdeling | AaK Bygninger | Koncernservice
  `),
  )
  expect(await names(`${top} > ul > li:first-child > ul > li > ul > li`)).toEqual(['Telefonomstillingen'])
  expect(await chart.locator('img').count()).toBe(0)
})

test('the story page has every section of its source, in order', async () => {
  const { page, expectNoErrors } = await read(STORY)
  expect(await headings(page)).toEqual(
    list(`
    Vi udvikler os sammen | Aalborg Kommunes grundfortælling | Hvis du vil vide mere |
    Det fælles løfte | Fem strategiske pejlemærker | Alle kan noget | Med gode forbindelser |
    Med store oplevelser | I grøn balance | I fællesskab | Fakta om DNA Aalborg |
    Derfor spurgte vi borgerne | En åben invitation | Fem vigtige spørgsmål |
    Inspirationsværktøj til samskabelse | Netværk, du kan kontakte | Kontakt |
    Kommunikation og Udvikling | Måske er du også interesseret i | Har du set…
  `),
  )
  expect(
    firstMissing(
      await textOf(page),
      list(`
    1.000 nye indbyggere | 1.000 km² | Vi udvikler os sammen! | 6. september – 10. november 2018 |
    5 borgergrupper | 250 borgere | 10. november 2018 | Januar 2019 | 5.441 | 220.000 borgere |
    Servicedesign Kommunernes Landsforening | Rigspolitiets samskabelsesværktøjer |
    Region Nordjyllands samskabelseshåndbog | Samskabelse - en inspirationsguide fra psykiatrien |
    Designtænkning | Designsprint | De Frivilliges Hus | International House | Grønne agenter |
    Landdistriktsudvikling | Tryg Aalborg | Kommunikation og Udvikling | Ring til os |
    99 31 16 66
  `),
    ),
  ).toBeNull()
  expectNoErrors()
})

test('the contact page has every contact box', async () => {
  const { page } = await read('/kontakt')
  const boxes = await page.$$eval('article', (found) =>
    found.map((box) => (box.textContent ?? '').replace(/\s+/g, ' ')),
  )
  const expected = [
    ['Økonomi og Erhverv', 'Boulevarden 13', '9000 Aalborg', '99 31 16 66', 'Skriv til os'],
    ['Børn og Unge', 'Godthåbsgade 8', '9400 Nørresundby', '99 31 40 00', 'Skriv til os'],
    ['Job og Velfærd', 'Sønderbro 12', '9000 Aalborg', '99 31 26 64', 'Åbningstider'],
    ['Klima og Miljø', 'Stigsborg Brygge 5', '9400 Nørresundby', '99 31 20 50', 'Telefontider'],
    ['Senior og Omsorg', 'Storemosevej 19', '9310 Vodskov', '99 82 10 00', 'Telefontider'],
    ['Sundhed og Kultur', 'Danmarksgade 17', '9000 Aalborg', '99 31 19 55', 'Åbningstider'],
    ['By og Land', 'Stigsborg Brygge 5', '9400 Nørresundby', '99 31 20 00', 'Åbningstider og telefontider'],
    ['Kommunikation og Udvikling', '99 31 16 66'],
    ['Pressevagt', '99 82 10 82', 'Telefontider'],
  ]
  expect(boxes).toHaveLength(expected.length)
  for (const [index, words] of expected.entries())
    for (const word of words) expect(boxes[index]).toContain(word)
})

test('the front page says who answers the press now, and links to what people come for', async () => {
  const { page } = await read('/')
  expect(await page.locator('[data-press-duty]').textContent()).toMatch(/svarer nu|lukket nu/i)
  const ways = await page.$$eval('main a[href^="/"]', (links) =>
    links.map((link) => link.getAttribute('href')),
  )
  expect(ways).toEqual(
    expect.arrayContaining([PRESS, ACCESS, DEPARTMENT, STORY, '/kontakt', '/aktindsigt/frist']),
  )
  expect(await page.locator('main form').getAttribute('action')).toBe('/soeg')
  expect(await textOf(page)).toContain('Aktindsigt')
})

test('a section page lists the pages below it', async () => {
  const { page } = await read('/om-kommunen')
  const links = await page.$$eval('main ul a', (found) => found.map(({ textContent }) => textContent))
  expect(links.slice(0, 3)).toEqual(['Presse og kommunikation', 'Organisation', 'Udvikling og projekter'])
  await page.getByRole('main').getByRole('link', { name: 'Organisation' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Borgmesterens Forvaltning' }).click()
  expect(new URL(page.url()).pathname).toBe(DEPARTMENT)
})

test.each(allPages)('%s has a menu, a search field and a footer', async (_, path) => {
  const { page } = await read(path)
  expect(await page.locator('header nav a').allTextContents()).toEqual([
    'Om kommunen',
    'Aktindsigt',
    'Kontakt',
  ])
  expect(await page.locator('search [type=search]').getAttribute('name')).toBe('q')
  expect(
    firstMissing(
      await textOf(page, 'footer'),
      list(`
    Aalborg Kommune | Boulevarden 13 | 9000 Aalborg | CVR-nummer | 29189420 |
    Tilgængelighedserklæring | Privatliv | Let digital adgang
  `),
    ),
  ).toBeNull()
})

test.each(contentPages.slice(1))(
  '%s shows where it is on the site, when it was changed, and how to share it',
  async (_, path) => {
    const { page } = await read(path)
    const here = page.getByRole('navigation', { name: 'Du er her' })
    expect(await here.locator('a').first().getAttribute('href')).toBe('/')
    expect(await here.locator('[aria-current=page]').textContent()).toBe(
      await page.locator('h1').textContent(),
    )
    const current = page.locator('header nav [aria-current]')
    const section = { '/kontakt': 'Kontakt', [ACCESS]: 'Aktindsigt' }[path] ?? 'Om kommunen'
    expect(await current.textContent()).toBe(section)
    expect(await textOf(page)).toMatch(/Sidst opdateret \d{1,2}\. [a-z]+ 20\d\d/)
    const shared = page.getByRole('navigation', { name: 'Del indhold' }).locator('a')
    const targets = await shared.evaluateAll((links) =>
      links.map((link) => decodeURIComponent((link as HTMLAnchorElement).href)),
    )
    expect(targets).toHaveLength(3)
    for (const target of targets) expect(target).toContain(`${inject('siteUrl')}${path}`)
  },
)

test('an unknown address gets the not-found page with status 404', async () => {
  const { page, response } = await read('/findes/ikke')
  expect(response?.status()).toBe(404)
  expect(await page.locator('h1').textContent()).toBe('Siden findes ikke')
  await page.getByRole('main').getByRole('link', { name: 'Gå til forsiden' }).click()
  expect(new URL(page.url()).pathname).toBe('/')
})
