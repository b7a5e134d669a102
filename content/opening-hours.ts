import type { Week } from '../src/domain/hours/week.ts'
import type { OpeningHour } from '../src/payload-types.ts'

type FirstOpeningHours = Pick<OpeningHour, 'name' | 'followsCalendar' | 'toConfirm' | 'week'>

const ordinaryWeek: Week = {
  monday: [{ from: '08:00', to: '15:00' }],
  tuesday: 'monday',
  wednesday: 'monday',
  thursday: [{ from: '08:00', to: '17:00' }],
  friday: 'monday',
  saturday: [],
  sunday: [],
}

const everyDay: Week = {
  monday: [{ from: '07:00', to: '23:00' }],
  tuesday: 'monday',
  wednesday: 'monday',
  thursday: 'monday',
  friday: 'monday',
  saturday: 'monday',
  sunday: 'monday',
}

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
  { name: PRESS_REACHABLE, followsCalendar: false, week: everyDay },
]
