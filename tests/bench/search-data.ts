/** Numbers from a seed, the same in every run (mulberry32). */
export function seeded(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  /** Often the first, seldom the last, as words and names are. */
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() ** 2 * items.length)] as Item
  return { next, pick }
}

const words = (text: string) => text.trim().split(/\s+/)
const hundred = (make: () => string) => Array.from({ length: 100 }, make)

const first = words(`
  Anne Peter Mette Lars Kirsten Jens Hanne Michael Anna Henrik Helle Søren Susanne Thomas Lene Jan Maria Christian Marianne
  Martin Inge Niels Karen Morten Lone Per Bente Jesper Camilla Hans Pia Mads Louise Rasmus Charlotte Ole Jette Anders
  Tina Jørgen Gitte Erik Ida Bo Julie Mikkel Signe Kasper Birthe Torben Åse Aage Bjørn Øjvind Ærø Sigrid Mohammed Fatima
  Emil Freja Oscar Alma Viggo Agnes Aksel Ella Malthe Nora Storm Asta Villads Thyra Gorm Harald Knud Svend Valdemar`)
const last = words(`
  Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen
  Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen
  Henriksen Lund Holm Schmidt Eriksen Kristiansen Simonsen Clausen Svendsen Andreasen Iversen Østergaard Jeppesen Vestergaard
  Nissen Lauridsen Kjær Jespersen Mogensen Nørgaard Jepsen Frandsen Søndergaard Jessen Carlsen Kristoffersen Bertelsen
  Bruun Kjeldsen Skov Villadsen Dahl Krogh Aaen Dalgaard Kirkegaard Mollerup Thygesen Bæk Ågesen Bjerregaard Toft Damgaard
  Lind Bach Gregersen Friis Kofoed Winther Bang Fischer Lassen Bak Karlsen Overgaard Brandt Steffensen Krog Enevoldsen`)
const titles = words(`
  Kommunikationskonsulent Sagsbehandler Sygeplejerske Pædagog Lærer Socialrådgiver Ingeniør Teknisk-designer Økonomikonsulent
  Skoleleder Bibliotekar Byplanlægger Jurist Projektleder Afdelingsleder Kontorchef Miljømedarbejder Integrationskonsulent
  Klimakoordinator Sundhedsplejerske Vejingeniør Havnefoged Gartner Pressemedarbejder Digitaliseringskonsulent`)
const heads = words(`
  bygge skole børne affalds miljø klima vej cykel kultur sundheds ældre bolig erhvervs natur vand varme parkerings fritids
  idræts musik biblioteks kommune lokal by land kyst havne trafik energi social familie ungdoms handicap pleje tand arbejds
  integrations borger digital økonomi personale rengørings mad køkken transport bus jernbane skov park kirke marked turist
  museums teater film sprog læse regne prøve eksamens daginstitutions vuggestue klub sommer vinter forårs efterårs jule
  nytårs valg byråds udvalgs jordforurenings støj luft lys kloak regnvands drikkevands fjernvarme sol vind gas brænde jagt
  fiskeri landbrugs husdyr heste hunde katte rotte myg bi plante blomster træ græs sand sten beton asfalt bro tunnel tårn
  port dør vindue tag kælder lofts etage gård have terrasse altan carport garage skur hegns mur sti plads torve gade`)
const tails = words(`
  tilladelse plads politik center ordning afgift rådgivning tilbud støtte ansøgning behandling udvalg strategi service hjælp
  hus projekt regler tilskud område forening aftale udvikling anlæg arbejde bestyrelse bevilling byggeri dag drift eftersyn
  forbud forsyning fredning grund gruppe information kontor kontrol kort kursus leder lov medarbejder møde måling netværk
  nævn opgave opsyn pleje plan prøve puls rapport register renovering ret råd salg samling sikring skat skilt tid tilsyn
  undersøgelse undervisning vedtægt vejledning vurdering værksted ydelse øvelse`)
const common = words(`
  og i at det en den til er som på de med af for ikke der kan du skal vi kommunen have være når hvis din dit søge få gælder
  hos under over efter inden uger dage borgere møde personligt digitalt ansøgningen kontakt telefon åben lukket mandag gratis
  betale regning svar klage afgørelse sag dokumenter barn forældre virksomhed ejer lejer nabo træ sti gade torv`)

export type Person = { name: string; title: string; phone: string; subjects: string[] }
export type Text = { title: string; summary: string; body: string }

/** People with Danish names and three subjects each, and pages of some hundred words with many compounds. */
export function makeContent(people: number, pages: number): { people: Person[]; pages: Text[] } {
  const { next, pick } = seeded(1)
  const subject = seeded(3)
  const compound = () => pick(heads) + pick(tails)
  const sentence = (length: number) =>
    Array.from({ length }, () => (next() < 0.25 ? compound() : pick(common))).join(' ')
  return {
    people: Array.from({ length: people }, (_, at) => ({
      name: `${pick(first)} ${next() < 0.5 ? `${pick(last)} ` : ''}${pick(last)}`,
      title: pick(titles),
      phone: `+45${20_000_000 + Math.floor((at * 79_999_999) / people) + Math.floor(next() * 700)}`,
      subjects: Array.from({ length: 3 }, () => subject.pick(heads) + subject.pick(tails)),
    })),
    pages: Array.from({ length: pages }, (_, at) => ({
      title: `${compound()} ${pick(common)} ${compound()} ${at}`,
      summary: sentence(12),
      body: sentence(120 + Math.floor(next() * 240)),
    })),
  }
}

/** A hundred queries of each kind, made of what is there. */
export function makeQueries({
  people,
  pages,
}: {
  people: Person[]
  pages: Text[]
}): Record<string, string[]> {
  const { next, pick } = seeded(2)
  const person = () => people[Math.floor(next() * people.length)] as Person
  const page = () => pages[Math.floor(next() * pages.length)] as Text
  const word = () => {
    const long = page()
      .body.split(' ')
      .filter((one) => one.length > 8)
    return long[Math.floor(next() * long.length)] ?? 'byggetilladelse'
  }
  const swap = (text: string) => {
    const at = 1 + Math.floor(next() * (text.length - 3))
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
  }
  const ownSubject = ({ name, subjects }: Person) => `${name.split(' ')[0]} ${subjects[0]}`
  const surname = () => person().name.split(' ').at(-1) ?? ''
  return {
    'Fuldt navn': hundred(() => person().name),
    'Halvt navn': hundred(() =>
      person()
        .name.split(' ')
        .map((part) => part.slice(0, 4))
        .join(' '),
    ),
    Fornavn: hundred(() => person().name.split(' ')[0] ?? ''),
    'Uden æøå': hundred(() => person().name.replace(/[æå]/gi, 'a').replace(/ø/gi, 'o')),
    'Tastefejl i navn': hundred(() => `${person().name.split(' ')[0]} ${swap(surname())}`),
    Titel: hundred(() => pick(titles)),
    'Helt nummer': hundred(() => person().phone.slice(3)),
    'Fire cifre': hundred(() => person().phone.slice(-4)),
    Emne: hundred(word),
    'Emne med tastefejl': hundred(() => swap(word())),
    'Kontakts emne': hundred(() => person().subjects[0] ?? ''),
    'Navn og emne': hundred(() => `${surname()} ${person().subjects[1] ?? ''}`),
    'Navn og eget emne': hundred(() => ownSubject(person())),
    'Begyndt emne': hundred(() => person().subjects[2]?.slice(0, 6) ?? ''),
    'Flere ord': hundred(() => `${word()} ${word()}`),
    'Del af sammensat ord': hundred(() => pick(tails)),
    Bøjning: hundred(() => `${word()}erne`),
    'To bogstaver': hundred(() => surname().slice(0, 2)),
    'Findes ikke': hundred(() => `xq${swap(word())}zw`),
  }
}
