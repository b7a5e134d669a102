import type { OpeningHour } from '../src/payload-types.ts'

type FirstOpeningHours = Pick<OpeningHour, 'name' | 'followsCalendar' | 'toConfirm' | 'week'>

const ordinaryWeek: FirstOpeningHours['week'] = [
  { weekday: '1', from: '08:00', to: '15:00' },
  { weekday: '2', from: '08:00', to: '15:00' },
  { weekday: '3', from: '08:00', to: '15:00' },
  { weekday: '4', from: '08:00', to: '17:00' },
  { weekday: '5', from: '08:00', to: '15:00' },
]

export const ORDINARY = 'Almindelig åbningstid'
export const PRESS_STAFF = 'Pressemedarbejdernes arbejdstid'
export const PRESS_REACHABLE = 'Pressen kan ringe'

export const openingHours: FirstOpeningHours[] = [
  {
    name: ORDINARY,
    followsCalendar: true,
    toConfirm:
      'Kontaktboksene har overskrifterne Åbningstider og Telefontider, men kilden nævner ingen tider. Her står den almindelige åbningstid. Bekræft tiderne for hver boks.',
    week: ordinaryWeek,
  },
  { name: PRESS_STAFF, followsCalendar: true, week: ordinaryWeek },
  {
    name: PRESS_REACHABLE,
    followsCalendar: false,
    week: (['1', '2', '3', '4', '5', '6', '7'] as const).map((weekday) => ({
      weekday,
      from: '07:00',
      to: '23:00',
    })),
  },
]
