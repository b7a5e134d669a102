import { Client } from 'pg'
import { queryTerms } from '../../../src/domain/fold.ts'
import { filledCms } from '../fresh-database.ts'

type Answer = {
  counts: Record<string, number>
  near: boolean
  results: { kind: string; title: string; line: string }[]
}

/** A migrated database with the first content, and a connection to search it. */
export async function searchableDatabase() {
  const { url, payload, drop } = await filledCms()
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return {
    client,
    payload,
    /** What a visitor finds who types `query`. */
    find: async (query: string, kinds: string[] | null = null): Promise<Answer> => {
      const terms = queryTerms(query)
      const { rows } = await client.query<{ found: Answer }>(
        'SELECT search.find($1::text[], $2::text[], NULL, $3::text[], 0, 20) AS found',
        [terms.map(({ folded }) => folded), terms.map(({ plain }) => plain), kinds],
      )
      return rows[0]?.found ?? { counts: {}, near: false, results: [] }
    },
    drop: async () => {
      await client.end()
      await drop()
    },
  }
}

/** A rich text with one paragraph, as Payload stores it. */
export const paragraph = (text: string) => ({
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [
      {
        type: 'paragraph',
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
        textFormat: 0,
        children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
      },
    ],
  },
})

const list = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))

/** More of what a municipality has than the first content does: people with their phones, and pages. */
export async function addMore(client: Client): Promise<void> {
  for (const [name, title, phone] of list(PEOPLE)) {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO press_contacts (name, slug, title, _status, _order)
       VALUES ($1::text, 'flere-' || md5($1::text), $2, 'published', 'z' || $1::text) RETURNING id`,
      [name, title],
    )
    await client.query(
      `INSERT INTO press_contacts_phones (_order, _parent_id, id, number) VALUES (1, $1, md5($2::text), $2::text)`,
      [rows[0]?.id, phone],
    )
  }
  for (const [title, summary, text] of list(PAGES)) {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO pages (title, summary, slug, _status, _order, in_menu)
       VALUES ($1::text, $2, 'flere-' || md5($1::text), 'published', 'z', false) RETURNING id`,
      [title, summary],
    )
    await client.query(
      `INSERT INTO pages_blocks_rich_text (_order, _parent_id, _path, id, body) VALUES (1, $1, 'blocks', md5($2), $3)`,
      [rows[0]?.id, title, JSON.stringify(paragraph(text ?? ''))],
    )
  }
}

const PEOPLE = `
  Søren Kirkegaard | Skolechef | +4599311001
  Åse Nørgaard | Sundhedsplejerske | +4599311002
  Jørgen Østergård | Byplanlægger | +4599311003
  Bjørn Ærøskøbing | Havnefoged | +4599311004
  Mette Jensen | Biblioteksleder | +4599311005
  Mette Jensby | Sagsbehandler | +4599311006
  Lars Jensen | Teknisk chef | +4599311007
  Jens Larsen | Pædagogisk konsulent | +4599311008
  Kirsten Dalgaard | Jordemoder | +4599311009
  Aage Ågesen | Gartner | +4599311010
  Pia Kjærsgaard Holm | Jurist | +4599311011
  Ida Christiansen | Kulturkonsulent | +4599311012
  Ida Kristiansen | Miljømedarbejder | +4599311013
  Mohammed Al-Sayed | Integrationskonsulent | +4599311014
  José Garcia Müller | Ingeniør | +4599311015
  Hans-Christian Bech | Økonomichef | +4599311016
  Line Lind | Digitaliseringskonsulent | +4599311017
  Tove Bæk | Bibliotekar | +4599311018
  Rasmus Søgaard | Vejingeniør | +4599311019
  Signe Thygesen | Klimakoordinator | +4599311020
  Peter Pedersen | Brandinspektør | +4599311021
  Charlotte Vestergaard | Direktør for Børn og Unge | +4599311022
  Birgit Skov | Skovfoged | +4599311023
  Torben Brandt | Kommunaldirektør | +4599311024
  Niels Kragh | Parkeringsvagt | +4599311025
`

const PAGES = `
  Byggetilladelse | Du skal søge, før du bygger, ombygger eller river ned. | Send ansøgningen om byggetilladelse i Byg og Miljø. Sagsbehandlingen tager op til otte uger. En carport under 50 kvadratmeter kræver ikke tilladelse.
  Affald og genbrug | Sortering, afhentning og genbrugspladser. | Sorter dit affald i ti typer. Storskrald hentes efter aftale. Genbrugspladsen i Aalborg Øst er åben alle dage. Haveaffald afleveres samme sted.
  Pas og kørekort | Bestil tid i Borgerservice. | Du skal møde personligt op med billede. Et nyt pas koster efter alder. Kørekortet fornyes samme sted.
  Skoleindskrivning | Skriv dit barn op til folkeskole. | Børn begynder i børnehaveklasse i august det år, de fylder seks. Skoledistriktet afgør hvilken skole barnet hører til. Du kan ønske en anden skole.
  Daginstitution og dagpleje | Find plads i vuggestue, børnehave eller dagpleje. | Skriv dit barn op til pasning på Pladsanvisningen. Der er søskenderabat og økonomisk fripladstilskud.
  Hjemmehjælp | Hjælp til personlig pleje og rengøring. | Du kan få hjælp, når du ikke selv kan klare hverdagen. En visitator besøger dig og vurderer behovet. Plejehjem og ældreboliger søges her.
  Folkepension | Pension og boligydelse. | Du søger folkepension hos Udbetaling Danmark. Boligydelse er hjælp til huslejen for pensionister.
  Flytning | Meld flytning senest fem dage efter. | Du melder flytning digitalt. Dit sundhedskort med ny adresse kommer med posten. Lægevalg kan ændres samtidig.
  Parkering i Aalborg | Zoner, beboerlicens og afgifter. | Beboerlicens giver ret til at parkere i din zone. Parkeringsafgifter kan påklages. Der er p-huse i midtbyen.
  Cykelstier og cykelruter | Kør trygt på to hjul. | Kommunen anlægger nye cykelstier langs skolevejene. Cykelparkering findes ved stationen. Glatføre og snerydning på stierne.
  Snerydning og glatførebekæmpelse | Hvem rydder hvor. | Grundejere skal rydde fortovet. Kommunen salter de store veje først. Vintervejr giver ekstra beredskab.
  Kommunalvalg 2025 | Stem til byrådet. | Valgkortet kommer med posten. Afstemningssteder er åbne fra 8 til 20. Du kan brevstemme i Borgerservice.
  Byrådet | Møder, dagsordener og medlemmer. | Byrådet har 31 medlemmer. Borgmesteren leder møderne. Dagsordener og referater offentliggøres fem dage før.
  Ledige stillinger | Job i Aalborg Kommune. | Se alle ledige stillinger og praktikpladser. Vi søger pædagoger, lærere og sygeplejersker.
  Borgerrådgiver | Uvildig hjælp til at klage. | Borgerrådgiveren hjælper dig med at forstå en afgørelse og finde klagevejen.
  Sundhedsplejen | Råd til nye familier. | Sundhedsplejersken besøger spædbørn og deres forældre. Amning, søvn og trivsel.
  Bibliotekerne | Lån bøger, film og spil. | Hovedbiblioteket ligger i Rendsburggade. Åbningstider med personale og selvbetjening. Reserver materialer på nettet.
  Kontanthjælp | Når du ikke kan forsørge dig selv. | Jobcentret behandler din ansøgning. Du skal stå til rådighed for arbejdsmarkedet. Ydelsen udbetales bagud.
  Tandpleje for børn | Gratis indtil 22 år. | Indkaldelse sker i Digital Post. Tandreguleringen vurderer, om bøjle er nødvendig.
  Vielse på rådhuset | Bliv gift af en borgmester eller rådmand. | I bestiller tid til vielse online. Prøvelsesattesten må højst være fire måneder. Navneændring sker hos kirkekontoret.
  Lokalplaner | Hvad må bygges hvor. | En lokalplan bestemmer anvendelse, højde og udseende. Forslag til nye lokalplaner er i høring i otte uger.
  Støj og røg fra naboen | Regler for brændeovne og fester. | Klag til kommunen over støj fra virksomheder. Naboer taler bedst sammen først. Brændeovne skal have skorstensattest.
  Rotter | Anmeld rotter med det samme. | Du har pligt til at anmelde rotter. Bekæmpelsen er gratis. Rottespærre i kloakken hjælper.
  Idrætshaller og svømmehaller | Book en hal, find åbningstider. | Foreninger booker haller gratis. Svømmehallen i Haraldslund har morgensvømning.
  Klimaplan 2030 | Aalborg skal være klimaneutral. | Udledningen af CO2 skal ned med 70 procent. Solceller, vindmøller og fjernvarme er vejen.
  Grøn omstilling | Sådan sparer vi på energien. | Energirenovering af skoler og institutioner. Klimaplanen sætter retningen.
  Sygedagpenge | Når du bliver syg. | Arbejdsgiveren anmelder fraværet. Kommunen følger op inden otte uger. Lægeerklæring kan kræves.
  Handicaphjælp | Støtte til voksne og børn med handicap. | Hjælpemidler, ledsagelse og merudgifter. Sagsbehandleren udarbejder en handleplan. Kørestol søges som hjælpemiddel.
  Ejendomsskat | Grundskyld og betaling. | Ejendomsskatten opkræves af Skatteforvaltningen. Indefrysning af stigninger er automatisk.
  Erhvervsservice | Start virksomhed i Aalborg. | Vejledning til iværksættere. Næringsbrev, alkoholbevilling og udeservering søges her.
`
