import type { PressContact, PressDuty } from '../src/payload-types.ts'

type FirstPressContact = Pick<PressContact, 'name' | 'title'> & { phones: string[]; email?: string }

/** The people a journalist can call, in the order of the press page. */
export const pressContacts: FirstPressContact[] = [
  {
    name: 'Line Christensen',
    title: 'Presseansvarlig og journalist',
    phones: ['25 20 16 20'],
    email: 'lich@aalborg.dk',
  },
  {
    name: 'Kirja Holland Thomsen',
    title: 'Leder af Kommunikation og Udvikling',
    phones: ['25 20 16 08'],
    email: 'kht@aalborg.dk',
  },
  {
    name: 'Trine Egeberg Henriksen',
    title: 'Leder af kommunikation',
    phones: ['25 20 21 21'],
    email: 'trine.henriksen@aalborg.dk',
  },
  {
    name: 'Caroline Kjær Anker',
    title: 'Kommunikationskonsulent',
    phones: ['25 20 21 11'],
    email: 'caroline.anker@aalborg.dk',
  },
  {
    name: 'Niels Jahn Knudsen',
    title: 'Kommunikationskonsulent',
    phones: ['25 20 25 13', '99 31 25 13'],
    email: 'njk-jv@aalborg.dk',
  },
  {
    name: 'Anders Aaen Larsen',
    title: 'Presse- og Kommunikationskonsulent',
    phones: ['31 99 08 11'],
  },
  {
    name: 'Cornelius Corneliussen',
    title: 'Kommunikationskonsulent',
    phones: ['93 52 00 11'],
    email: 'cornelius@aalborg.dk',
  },
  {
    name: 'Anna Kristine Mollerup',
    title: 'Kommunikationskonsulent',
    phones: ['25 20 54 01', '99 31 54 01'],
    email: 'akmo-aeh@aalborg.dk',
  },
  {
    name: 'Heidi Gjesing Andersen',
    title: 'Pressemedarbejder',
    phones: ['25 19 94 02'],
    email: 'heidi.andersen@aalborg.dk',
  },
]

/** The person to call first while the press staff are at work. */
export const PRESS_LEAD = 'Line Christensen'

export const pressDutyWords: Pick<
  PressDuty,
  'heading' | 'staffText' | 'dutyText' | 'closedText' | 'inDoubt'
> = {
  heading: 'Hvem svarer pressen nu?',
  staffText: 'Pressemedarbejderne svarer nu',
  dutyText: 'Pressevagten svarer nu',
  closedText: 'Pressevagten har lukket nu',
  inDoubt: 'I tvivl? Ring til pressevagten',
}
