import type { Block } from 'payload'
import { rowName } from './row-name.ts'

/** What editors see where they choose a block: what it is for, and a sketch of it, 96 × 60. */
type Shown = { help: string; sketch: string }

const line = (y: number, width = 72, x = 12) => `<path d="M${x} ${y}h${width}"/>`
const title = (x = 12, width = 34) => `<path d="M${x} 12h${width}" stroke-width="5"/>`
const box = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="none"/>`
const dot = (x: number, y: number, r = 3) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#0a4a8c" stroke="none"/>`
const sun = (x: number, y: number, r = 5) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffc83d" stroke="none"/>`

const SHOWN: Record<string, Shown> = {
  richText: {
    help: 'Almindelig tekst med overskrifter, lister, tabeller og links.',
    sketch: title() + line(24) + line(33) + line(42) + line(51, 44),
  },
  accordion: {
    help: 'Afsnit, som læseren folder ud, når de er relevante.',
    sketch: [14, 30, 46]
      .map((y) => box(12, y - 7, 72, 13) + line(y, 36, 18) + `<path d="m72 ${y - 2} 4 4 4-4"/>`)
      .join(''),
  },
  pressDuty: {
    help: 'Hvem pressen kan ringe til lige nu. Skifter af sig selv efter uret.',
    sketch: box(12, 9, 72, 42) + sun(26, 30, 8) + line(23, 36, 42) + `<path d="M42 36h30" stroke-width="6"/>`,
  },
  contactSearch: {
    help: 'Søgefelt og liste med alle pressekontakter.',
    sketch:
      box(12, 8, 72, 14) + `<circle cx="75" cy="15" r="3" fill="none"/>` + line(32) + line(42) + line(52),
  },
  contactBoxes: {
    help: 'Kontaktoplysninger med adresse, telefon og åbningstider.',
    sketch:
      box(10, 10, 35, 40) +
      box(51, 10, 35, 40) +
      line(20, 20, 16) +
      line(29, 23, 16) +
      line(20, 20, 57) +
      line(29, 23, 57) +
      sun(20, 41, 4) +
      sun(61, 41, 4),
  },
  aktindsigtGuidance: {
    help: 'Afsnit fra »Vejledning om aktindsigt«, rettet ét sted.',
    sketch:
      `<path d="M30 8h26l10 10v34H30z" fill="none"/>` +
      line(26, 24, 36) +
      line(35, 24, 36) +
      line(44, 16, 36),
  },
  aktindsigtDeadline: {
    help: 'Formular, som regner ud, hvornår kommunen senest skal svare.',
    sketch:
      box(22, 12, 52, 40) +
      `<path d="M22 23h52M34 7v9M62 7v9"/>` +
      sun(58, 40, 6) +
      dot(36, 33) +
      dot(48, 33),
  },
  department: {
    help: 'En forvaltning med afdelinger, opgaver og ledere.',
    sketch:
      title(12, 44) +
      dot(18, 28) +
      line(28, 56, 28) +
      dot(18, 40) +
      line(40, 50, 28) +
      dot(18, 51) +
      line(51, 56, 28),
  },
  organisationChart: {
    help: 'Diagram over, hvem der hører under hvem.',
    sketch:
      box(36, 7, 24, 13) +
      box(8, 38, 22, 13) +
      box(37, 38, 22, 13) +
      box(66, 38, 22, 13) +
      `<path d="M48 20v18M19 38v-9h58v9"/>`,
  },
  story: {
    help: 'Kommunens grundfortælling med løftet i stor skrift.',
    sketch: line(12) + line(21) + `<path d="M12 35h72M12 45h48" stroke-width="6"/>`,
  },
  principles: {
    help: 'Alle pejlemærker som kort.',
    sketch: [10, 38, 66]
      .map((x) => box(x, 12, 22, 36) + sun(x + 11, 22, 4) + line(34, 12, x + 5) + line(41, 9, x + 5))
      .join(''),
  },
  facts: {
    help: 'Tal i stor skrift, hvert med en kort forklaring.',
    sketch: [14, 42, 70]
      .map(
        (x) =>
          `<path d="M${x - 4} 14v32" stroke="#ffc83d" stroke-width="3"/><path d="M${x + 2} 22h14" stroke-width="8"/>` +
          line(38, 16, x + 2),
      )
      .join(''),
  },
  linkList: {
    help: 'Links med en kort forklaring, som liste eller kort.',
    sketch: [14, 30, 46].map((y) => `<path d="m14 ${y - 4} 5 4-5 4"/>` + line(y, 56, 28)).join(''),
  },
  childPages: {
    help: 'Liste over siderne lige under denne side. Holder sig selv ved lige.',
    sketch:
      box(12, 7, 22, 15) + box(50, 19, 34, 12) + box(50, 40, 34, 12) + `<path d="M23 22v24h27M23 25h27"/>`,
  },
  relatedPages: {
    help: 'Henvisninger til andre sider, som du vælger.',
    sketch:
      title(12, 50) + box(12, 24, 33, 26) + box(51, 24, 33, 26) + `<path d="m26 33 5 4-5 4M65 33l5 4-5 4"/>`,
  },
  image: {
    help: 'Et billede med en billedtekst.',
    sketch:
      box(14, 8, 68, 38) + sun(66, 20, 5) + `<path d="m14 42 20-18 16 14 9-8 23 14"/>` + line(54, 40, 14),
  },
  statement: {
    help: 'Tilgængelighedserklæringen med de dele, loven kræver.',
    sketch:
      `<path d="M30 8h26l10 10v34H30z" fill="none"/><circle cx="48" cy="20" r="3" fill="none"/>` +
      `<path d="M38 27h20M48 27v9M48 36l-6 9M48 36l6 9"/>`,
  },
}

/**
 * The block with its picture and its line of help, which the admin reads as the picture's alternative text, and called by the words
 * in it.
 */
export function showBlock(block: Block): Block {
  const shown = SHOWN[block.slug]
  if (!shown) return block
  const components = { Label: rowName(block.labels?.singular, true) }
  const { help, sketch } = shown
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 60" width="192" height="120"><rect width="96" height="60" fill="#e8f1f8"/><g stroke="#0a4a8c" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round" fill="none">${sketch}</g></svg>`
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`
  const admin = {
    ...block.admin,
    disableBlockName: true,
    components,
    images: { thumbnail: { url, alt: help } },
  }
  return { ...block, admin }
}
