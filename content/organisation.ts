import type { Department, Person } from '../src/payload-types.ts'
import { h4, p, richText, ul } from './rich-text.ts'

type FirstDepartment = Pick<Department, 'name' | 'kind' | 'body' | 'unitsHeading' | 'staffHeading'> & {
  leaders?: { person: string; title: string; acting?: boolean }[]
  units?: FirstDepartment[]
}

export const people: Pick<Person, 'name' | 'phone' | 'email'>[] = [
  { name: 'Christian Roslev', phone: '99 31 15 05', email: 'christian.roslev@aalborg.dk' },
  { name: 'Jørgen Litske Petersen', phone: '99 31 17 00', email: 'jlp@aalborg.dk' },
  { name: 'Peter Munk', phone: '99 31 40 60', email: 'pmu@aalborg.dk' },
  { name: 'Torben Risager', phone: '99 31 11 60', email: 'tor@aalborg.dk' },
]

const units = (...names: string[]): FirstDepartment[] => names.map((name) => ({ name, kind: 'unit' }))
const staff = (...names: string[]): FirstDepartment[] => names.map((name) => ({ name, kind: 'staff' }))

/** Borgmesterens Forvaltning and everything below it. */
export const organisation: FirstDepartment = {
  name: 'Borgmesterens Forvaltning',
  kind: 'administration',
  units: [
    {
      name: 'Borgmesterkontoret',
      kind: 'department',
      body: richText(
        p(
          'Borgmesterkontoret betjener borgmesteren og kommunaldirektøren. Det tager sig også af kommunikation på tværs af hele Aalborg Kommune.',
        ),
        p(
          'Kontoret betjener desuden Aalborg Byråd. Det holder valg og afstemninger. Og det står for Aalborg Bys officielle og repræsentative opgaver og for Aalborg Events.',
        ),
      ),
      unitsHeading: 'Afdelingen består af',
      units: [
        { name: 'Byrådssekretariatet', kind: 'unit', units: units('Telefonomstillingen') },
        ...units('Kommunikation og Udvikling', 'Aalborg Events'),
      ],
      leaders: [{ person: 'Christian Roslev', title: 'Kommunaldirektør' }],
    },
    {
      name: 'BusinessAalborg',
      kind: 'department',
      body: richText(
        p(
          'Har du en virksomhed i Aalborg Kommune? Så kan du få gratis faglig sparring og nye kontakter hos BusinessAalborg. Det kan være med til at skabe vækst, arbejdspladser og større omsætning.',
        ),
        p('Konsulenterne giver også råd til iværksættere. Og de holder kurser i at starte egen virksomhed.'),
        p(
          'BusinessAalborg driver desuden erhvervsklynger og netværk. Det er blandt andet inden for sundhedsteknologi, IKT, vindenergi og fjernvarme.',
        ),
      ),
      leaders: [{ person: 'Christian Roslev', title: 'erhvervsdirektør', acting: true }],
    },
    {
      name: 'Økonomisk Afdeling',
      kind: 'department',
      body: richText(
        p(
          'Økonomisk Afdeling tager sig af kommunens overordnede økonomi. Det er blandt andet budget, regnskab og personaleadministrative forhold.',
        ),
      ),
      unitsHeading: 'Afdelingen består af flere kontorer',
      staffHeading: 'Stabsfunktioner',
      units: [
        ...units(
          'Økonomikontoret',
          'Finanskontoret',
          'Juridisk kontor',
          'IT og Digitalisering',
          'Borgerservice',
        ),
        ...staff('Kantinen', 'Budtjenesten', 'Rengøringsenheden'),
      ],
      leaders: [{ person: 'Jørgen Litske Petersen', title: 'Vicekommunaldirektør' }],
    },
    {
      name: 'AaK Bygninger',
      kind: 'department',
      body: richText(
        p(
          'AaK Bygninger er en virksomhed, som bliver styret efter en kontrakt. Den giver fagforvaltningerne råd om alle kommunens bygninger. De er tilsammen på ca. 1 mio. m².',
        ),
        h4('Væsentligste områder'),
        ul([
          ['Lede og styre arbejdet, når kommunens bygninger bliver projekteret og holdt ved lige'],
          [
            'Administrere de bygninger, som kommunen lejer ud til eksterne. Det sker efter reglerne i lejelovgivningen og lejekontrakterne',
          ],
          ['Stå for en huslejeordning for alle interne lejemål'],
          ['Prioritere ledige lokaler og bygninger på tværs'],
          ['Indstille, hvilke lejemål der skal sættes til salg, eller som skal købes og lejes ud igen'],
          ['Tage vare på kommunens rettigheder som ejer af bygninger og af de grunde, der hører til'],
        ]),
      ),
      leaders: [{ person: 'Peter Munk', title: 'Bygningschef' }],
    },
    {
      name: 'Koncernservice',
      kind: 'department',
      body: richText(
        p(
          'Koncernservice er Aalborg Kommunes afdeling for fællesadministration. Den skal først og fremmest levere service og løsninger til kommunens egen administration – og gøre dem bedre.',
        ),
        p(
          'Den har en tæt dialog med forvaltningerne. Den støtter den service, der er tæt på borgerne, ved at give mere tid til velfærd for borgerne i Aalborg Kommune.',
        ),
        h4('Afdelingen skal samtidig understøtte'),
        ul([
          ['Service til brugerne på tværs af forvaltningerne'],
          ['Sikker drift og fokus på, at alt er færdigt til tiden på serviceområderne'],
          ['Udvikling, der gør den interne administration mere digital og automatisk'],
          ['Udvikling af forvaltningernes strategiske samarbejde om HR på tværs'],
          [
            'Styring af leverandører og opfølgning på dem på tværs. Det er også støtte til kontraktforhandling og udbud',
          ],
        ]),
      ),
      unitsHeading: 'Koncernservice består af',
      units: units('AK indkøb', 'HR, Løn og Personale', 'ITCenter & AKPrint'),
      leaders: [{ person: 'Torben Risager', title: 'Afdelingschef' }],
    },
  ],
}
