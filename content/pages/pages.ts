import { letDigitalAdgang, privatliv, tilgaengelighedserklaering } from './about-the-site.ts'
import { aktindsigt } from './aktindsigt.ts'
import { borgmesterensForvaltning } from './borgmesterens-forvaltning.ts'
import type { FirstPage } from './first-page.ts'
import { forside } from './forside.ts'
import { pressekontakt } from './pressekontakt.ts'
import {
  kontakt,
  omKommunen,
  organisationsSide,
  presseOgKommunikation,
  udviklingOgProjekter,
} from './sections.ts'
import { viUdviklerOsSammen } from './vi-udvikler-os-sammen.ts'

/** All pages in the order of the menu; a page comes after its parent. */
export const pages: FirstPage[] = [
  forside,
  omKommunen,
  presseOgKommunikation,
  pressekontakt,
  organisationsSide,
  borgmesterensForvaltning,
  udviklingOgProjekter,
  viUdviklerOsSammen,
  aktindsigt,
  kontakt,
  tilgaengelighedserklaering,
  privatliv,
  letDigitalAdgang,
]
