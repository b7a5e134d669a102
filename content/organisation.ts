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
          'Borgmesterkontoret betjener borgmesteren og kommunaldirektøren. Det løser også kommunikationsopgaver på tværs af hele Aalborg Kommune.',
        ),
        p(
          'Kontoret betjener desuden Aalborg Byråd og afholder valg og afstemninger. Det står for Aalborg Bys officielle og repræsentative opgaver og for Aalborg Events.',
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
          'Virksomheder i Aalborg Kommune kan få gratis faglig sparring hos BusinessAalborg. De kan også få formidlet nye kontakter. Det kan være med til at give vækst, arbejdspladser og større omsætning.',
        ),
        p('Konsulenterne rådgiver også iværksættere og holder kurser i at starte egen virksomhed.'),
        p(
          'BusinessAalborg driver desuden erhvervsklynger og netværk, blandt andet inden for sundhedsteknologi, IKT, vindenergi og fjernvarme.',
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
          'Virksomheden AaK Bygninger er kontraktstyret. Den rådgiver fagforvaltningerne om hele kommunens bygningsportefølje, som er på ca. 1 mio. m².',
        ),
        h4('Væsentligste områder'),
        ul([
          ['Lede og styre projektering og vedligeholdelse af bygninger på hele kommunens bygningsområde'],
          [
            'Administrere kommunale bygninger, der er lejet ud til eksterne, efter lejelovgivningen og lejekontrakterne',
          ],
          ['Administrere en huslejeordning for alle interne lejemål'],
          ['Prioritere ledige lokaler og bygninger på tværs'],
          ['Indstille, hvilke lejemål der skal sættes til salg eller købes og genudlejes'],
          ['Varetage ejerrettighederne til kommunale bygninger og de grundarealer, der hører til'],
        ]),
      ),
      leaders: [{ person: 'Peter Munk', title: 'Bygningschef' }],
    },
    {
      name: 'Koncernservice',
      kind: 'department',
      body: richText(
        p(
          'Koncernservice er afdelingen for fællesadministration i Aalborg Kommune. Hovedformålet er at levere intern, administrativ service og interne, administrative løsninger – og at gøre dem bedre.',
        ),
        p(
          'Afdelingen arbejder i tæt dialog med forvaltningerne. Den understøtter den kerneservice, der er tættest på borgerne, ved at frigøre tid til velfærd for borgerne i Aalborg Kommune.',
        ),
        h4('Afdelingen skal samtidig understøtte'),
        ul([
          ['Brugerservice på tværs af forvaltningerne'],
          ['Sikker drift og fokus på rettidighed inden for serviceområderne'],
          ['Udvikling af, hvordan den interne administration digitaliseres og automatiseres'],
          ['Udvikling af det strategiske HR-samarbejde på tværs af forvaltningerne'],
          [
            'Tværgående styring af og opfølgning på leverandører, herunder støtte til kontraktforhandling og udbud',
          ],
        ]),
      ),
      unitsHeading: 'Koncernservice består af',
      units: units('AK indkøb', 'HR, Løn og Personale', 'ITCenter & AKPrint'),
      leaders: [{ person: 'Torben Risager', title: 'Afdelingschef' }],
    },
  ],
}
