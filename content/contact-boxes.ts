import type { ContactBox } from '../src/payload-types.ts'
import { ORDINARY, PRESS_REACHABLE } from './opening-hours.ts'
import { p, richText } from './rich-text.ts'

type FirstContactBox = Pick<
  ContactBox,
  'name' | 'phone' | 'street' | 'postalCode' | 'city' | 'write' | 'intro' | 'note' | 'toConfirm'
> & {
  /** These name schedules in opening-hours.ts and a unit in organisation.ts. */
  openingHours?: string
  phoneHours?: string
  department?: string
}

const WRITE_TO_CONFIRM =
  'Skriv til os: kilden nævner ingen adresse at skrive til. Indtil da vises postadressen.'
const hoursToConfirm = (heading: string) =>
  `${heading}: kilden nævner ingen tider. Her står den almindelige åbningstid (8–15, torsdag 8–17).`

export const contactBoxes: FirstContactBox[] = [
  {
    name: 'Økonomi og Erhverv',
    street: 'Boulevarden 13',
    postalCode: '9000',
    city: 'Aalborg',
    phone: '99 31 16 66',
    write: { shown: true },
    toConfirm: WRITE_TO_CONFIRM,
  },
  {
    name: 'Børn og Unge',
    street: 'Godthåbsgade 8',
    postalCode: '9400',
    city: 'Nørresundby',
    phone: '99 31 40 00',
    write: { shown: true },
    note: {
      title: 'Aktindsigt i børnesager og anbringelser',
      text: 'Gælder det en børnesag eller en anbringelse, skal du søge aktindsigt hos Job og Velfærd.',
    },
    toConfirm: WRITE_TO_CONFIRM,
  },
  {
    name: 'Job og Velfærd',
    street: 'Sønderbro 12',
    postalCode: '9000',
    city: 'Aalborg',
    phone: '99 31 26 64',
    openingHours: ORDINARY,
    toConfirm: hoursToConfirm('Åbningstider'),
  },
  {
    name: 'Klima og Miljø',
    street: 'Stigsborg Brygge 5',
    postalCode: '9400',
    city: 'Nørresundby',
    phone: '99 31 20 50',
    write: { shown: true },
    phoneHours: ORDINARY,
    toConfirm: `${WRITE_TO_CONFIRM} ${hoursToConfirm('Telefontider')}`,
  },
  {
    name: 'Senior og Omsorg',
    street: 'Storemosevej 19',
    postalCode: '9310',
    city: 'Vodskov',
    phone: '99 82 10 00',
    write: { shown: true },
    phoneHours: ORDINARY,
    toConfirm: `${WRITE_TO_CONFIRM} ${hoursToConfirm('Telefontider')}`,
  },
  {
    name: 'Sundhed og Kultur',
    street: 'Danmarksgade 17',
    postalCode: '9000',
    city: 'Aalborg',
    phone: '99 31 19 55',
    write: { shown: true },
    openingHours: ORDINARY,
    toConfirm: `${WRITE_TO_CONFIRM} ${hoursToConfirm('Åbningstider')}`,
  },
  {
    name: 'By og Land',
    street: 'Stigsborg Brygge 5',
    postalCode: '9400',
    city: 'Nørresundby',
    phone: '99 31 20 00',
    write: { shown: true },
    openingHours: ORDINARY,
    phoneHours: ORDINARY,
    toConfirm: `${WRITE_TO_CONFIRM} ${hoursToConfirm('Åbningstider og Telefontider')}`,
  },
  {
    name: 'Kommunikation og Udvikling',
    phone: '99 31 16 66',
    department: 'Kommunikation og Udvikling',
  },
  {
    name: 'Pressevagt',
    phone: '99 82 10 82',
    intro: richText(
      p(
        'Er du journalist og har et spørgsmål, så ring. Pressevagten kan ofte selv svare. Ellers får du hjælp til at finde den rette talsperson.',
      ),
    ),
    phoneHours: PRESS_REACHABLE,
    toConfirm:
      'Telefontider: kilden viser overskriften uden tider. Her står den tid, pressen kan ringe (alle dage 7–23); i pressemedarbejdernes arbejdstid svarer de selv.',
  },
]
