import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMore, searchableDatabase } from './content.ts'

/**
 * What people type and what they mean: `first` has to be on top, `top` among the first three, `nothing` finds nothing.
 * The goal is for all of them together (mean reciprocal rank), and the few that miss are listed.
 */
const judged = `
  anders aaen larsen | first | Anders Aaen Larsen
  anders aen | first | Anders Aaen Larsen
  Anders Åen | first | Anders Aaen Larsen
  andersaaen | first | Anders Aaen Larsen
  larsen anders | first | Anders Aaen Larsen
  lasren anders | first | Anders Aaen Larsen
  caroline kjær | first | Caroline Kjær Anker
  kjaer anker | first | Caroline Kjær Anker
  kjar | first | Caroline Kjær Anker
  mollerup | first | Anna Kristine Mollerup
  mollreup | first | Anna Kristine Mollerup
  molerup | first | Anna Kristine Mollerup
  corneliusen | first | Cornelius Corneliussen
  heidi gjesing | first | Heidi Gjesing Andersen
  heidi g | first | Heidi Gjesing Andersen
  trine egeberg | first | Trine Egeberg Henriksen
  niels jahn | first | Niels Jahn Knudsen
  line christensen | first | Line Christensen
  line | top | Line Lind
  søren kirkegaard | first | Søren Kirkegaard
  soren kirkegard | first | Søren Kirkegaard
  soeren kierkegaard | first | Søren Kirkegaard
  søren kirkegård | first | Søren Kirkegaard
  kirkegaad | first | Søren Kirkegaard
  åse nørgaard | first | Åse Nørgaard
  aase noergaard | first | Åse Nørgaard
  ase norgard | first | Åse Nørgaard
  jorgen ostergard | first | Jørgen Østergård
  jørgen østergaard | first | Jørgen Østergård
  bjorn aeroskobing | first | Bjørn Ærøskøbing
  bjørn ærø | first | Bjørn Ærøskøbing
  mette jensen | first | Mette Jensen
  mette jens | top | Mette Jensen
  jens larsen | first | Jens Larsen
  lars jensen | first | Lars Jensen
  kirsten dalgård | first | Kirsten Dalgaard
  åge | first | Aage Ågesen
  aage ågesen | first | Aage Ågesen
  kjærsgård | first | Pia Kjærsgaard Holm
  ida christiansen | first | Ida Christiansen
  ida kristiansen | first | Ida Kristiansen
  mohamed al-sayed | first | Mohammed Al-Sayed
  al sayed | first | Mohammed Al-Sayed
  jose garcia | first | José Garcia Müller
  muller | first | José Garcia Müller
  hans christian bech | first | Hans-Christian Bech
  bæk | first | Tove Bæk
  baek | first | Tove Bæk
  sogaard | first | Rasmus Søgaard
  thygsen | first | Signe Thygesen
  vestergård | first | Charlotte Vestergaard
  torben brandt | first | Torben Brandt
  31990811 | first | Anders Aaen Larsen
  31 99 08 11 | first | Anders Aaen Larsen
  3199 0811 | first | Anders Aaen Larsen
  +45 31 99 08 11 | first | Anders Aaen Larsen
  004531990811 | first | Anders Aaen Larsen
  0811 | first | Anders Aaen Larsen
  9908 | first | Anders Aaen Larsen
  99311018 | first | Tove Bæk
  1018 | first | Tove Bæk
  99 82 10 82 | first | Pressevagt
  25202121 | first | Trine Egeberg Henriksen
  skolechef | first | Søren Kirkegaard
  byplanlægger | first | Jørgen Østergård
  byplanlaegger | first | Jørgen Østergård
  havnefoged | first | Bjørn Ærøskøbing
  jordemoder | first | Kirsten Dalgaard
  jurist | first | Pia Kjærsgaard Holm
  jurister | first | Pia Kjærsgaard Holm
  klimakoordinator | first | Signe Thygesen
  koordinator | first | Signe Thygesen
  brandinspektør | first | Peter Pedersen
  kommunaldirektør | first | Torben Brandt
  direktør børn | first | Charlotte Vestergaard
  presseansvarlig | first | Line Christensen
  parkeringsvagt | first | Niels Kragh
  skovfoged | first | Birgit Skov
  bibliotekar tove | first | Tove Bæk
  byggetilladelse | first | Byggetilladelse
  tilladelse | first | Byggetilladelse
  tilladelser | first | Byggetilladelse
  byggetiladelse | first | Byggetilladelse
  carport | first | Byggetilladelse
  affald | first | Affald og genbrug
  haveaffald | first | Affald og genbrug
  storskrald | first | Affald og genbrug
  genbrugsplads | first | Affald og genbrug
  genbrugspladser | first | Affald og genbrug
  pas | first | Pas og kørekort
  korekort | first | Pas og kørekort
  nyt pas | first | Pas og kørekort
  skoleindskrivning | first | Skoleindskrivning
  folkeskole | first | Skoleindskrivning
  folkeskoler | first | Skoleindskrivning
  børnehave | top | Daginstitution og dagpleje
  dagpleje | first | Daginstitution og dagpleje
  vuggestuer | first | Daginstitution og dagpleje
  fripladstilskud | first | Daginstitution og dagpleje
  hjemmehjælp | first | Hjemmehjælp
  hjemmehjaelp | first | Hjemmehjælp
  hjemmejælp | first | Hjemmehjælp
  plejehjem | first | Hjemmehjælp
  pension | first | Folkepension
  boligydelse | first | Folkepension
  flytning | first | Flytning
  sundhedskort | first | Flytning
  parkering | first | Parkering i Aalborg
  beboerlicens | first | Parkering i Aalborg
  parkeringsafgift | first | Parkering i Aalborg
  cykelsti | first | Cykelstier og cykelruter
  cykelparkering | first | Cykelstier og cykelruter
  snerydning | first | Snerydning og glatførebekæmpelse
  glatføre | top | Snerydning og glatførebekæmpelse
  valg | first | Kommunalvalg 2025
  kommunalvalg 2025 | first | Kommunalvalg 2025
  brevstemme | first | Kommunalvalg 2025
  byråd | first | Byrådet
  byraadet | first | Byrådet
  byrad | first | Byrådet
  referater | first | Byrådet
  ledige stillinger | first | Ledige stillinger
  stilling | first | Ledige stillinger
  praktikplads | first | Ledige stillinger
  borgerrådgiver | first | Borgerrådgiver
  borgerrådgiveren | first | Borgerrådgiver
  sundhedspleje | top | Sundhedsplejen
  bibliotek | top | Bibliotekerne
  hovedbibliotek | first | Bibliotekerne
  kontanthjælp | first | Kontanthjælp
  kontanthjaelp ansøgning | first | Kontanthjælp
  tandpleje | first | Tandpleje for børn
  tandplje | first | Tandpleje for børn
  vielse | first | Vielse på rådhuset
  vielser | first | Vielse på rådhuset
  prøvelsesattest | first | Vielse på rådhuset
  lokalplan | first | Lokalplaner
  lokalplanen | first | Lokalplaner
  støj | first | Støj og røg fra naboen
  stoej | first | Støj og røg fra naboen
  brændeovn | first | Støj og røg fra naboen
  rotte | first | Rotter
  rotterne | first | Rotter
  svømmehal | first | Idrætshaller og svømmehaller
  svommehal | first | Idrætshaller og svømmehaller
  svømmehallen åbningstider | first | Idrætshaller og svømmehaller
  klimaplan | first | Klimaplan 2030
  klimaplanen | top | Klimaplan 2030
  klima plan | first | Klimaplan 2030
  vindmøller | first | Klimaplan 2030
  solceller | first | Klimaplan 2030
  sygedagpenge | first | Sygedagpenge
  syge dagpenge | first | Sygedagpenge
  sygdagpenge | first | Sygedagpenge
  lægeerklæring | first | Sygedagpenge
  handicap | first | Handicaphjælp
  kørestol | first | Handicaphjælp
  grundskyld | first | Ejendomsskat
  ejendomsskatter | first | Ejendomsskat
  iværksætter | first | Erhvervsservice
  alkoholbevilling | first | Erhvervsservice
  aktindsigt | first | Aktindsigt
  aktindsigter | first | Aktindsigt
  aktinsigt | first | Aktindsigt
  partsaktindsigt | first | Partsaktindsigt
  offentlighedsloven | first | Aktindsigt efter offentlighedsloven
  post-it | first | Aktindsigt efter offentlighedsloven
  ombudsmanden | top | Klage over afslag
  borgmesterens forvaltning | first | Borgmesterens Forvaltning
  borgmester | top | Borgmesterens Forvaltning
  forvaltning borgmester | first | Borgmesterens Forvaltning
  økonomisk afdeling | first | Økonomisk Afdeling
  okonomisk | first | Økonomisk Afdeling
  businessaalborg | first | BusinessAalborg
  business aalborg | first | BusinessAalborg
  vindenergi | first | BusinessAalborg
  telefonomstilling | first | Telefonomstillingen
  børn og unge | first | Børn og Unge
  boern unge | top | Børn og Unge
  job og velfærd | first | Job og Velfærd
  klima og miljø | first | Klima og Miljø
  sønderbro | first | Job og Velfærd
  godthåbsgade | first | Børn og Unge
  vodskov | first | Senior og Omsorg
  pressevagt | first | Pressevagt
  presse vagt | first | Pressevagt
  vagt | top | Pressevagt
  pressekontakt | first | Pressekontakt
  vi udvikler os sammen | first | Vi udvikler os sammen
  grundfortælling | top | Aalborg Kommunes grundfortælling
  grøn balance | first | I grøn balance
  groen balance | first | I grøn balance
  lykkeligste | first | Aalborg Kommunes grundfortælling
  torben risager | first | Torben Risager
  papirer | top | Aktindsigt
  akter | top | Aktindsigt
  dokumenter | top | Aktindsigt
  min sag | top | Partsaktindsigt
  borgmesteren | first | Borgmesterens Forvaltning
  hovednummer | first | Telefonomstillingen
  vagttelefon | first | Pressevagt
  kontakt os | first | Kontakt
  qxqxqx | nothing
  zebra giraf | nothing
  anders qxqxqx | nothing
  25201699 | nothing
  rumraket | nothing
  hxkzw | nothing
`
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.trim()) as [query: string, where: string, title?: string])

let database: Awaited<ReturnType<typeof searchableDatabase>>

beforeAll(async () => {
  database = await searchableDatabase()
  await addMore(database.client)
})

afterAll(() => database.drop())

test('of what people search for nearly all is on top', async () => {
  const misses: string[] = []
  let onTop = 0
  let reciprocal = 0
  for (const [query, where, title] of judged) {
    const { results } = await database.find(query)
    const rank =
      where === 'nothing' ? Number(results.length === 0) : 1 + results.findIndex((one) => one.title === title)
    const isRight = rank > 0 && rank <= (where === 'top' ? 3 : 1)
    onTop += Number(rank === 1)
    reciprocal += isRight ? 1 : rank > 0 ? 1 / rank : 0
    if (!isRight)
      misses.push(
        `${query}: ${results
          .slice(0, 3)
          .map((one) => one.title)
          .join(', ')} (${title})`,
      )
  }
  const mean = reciprocal / judged.length
  console.log(
    `${judged.length} searches, success@1 ${(onTop / judged.length).toFixed(3)}, MRR ${mean.toFixed(3)}\n${misses.join('\n')}`,
  )
  expect(judged.length).toBeGreaterThanOrEqual(120)
  expect(mean).toBeGreaterThanOrEqual(0.95)
})
