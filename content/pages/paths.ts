export const CONTACT = '/kontakt'
export const PRESS = '/om-kommunen/presse-og-kommunikation/pressekontakt'
export const BORGMESTERENS = '/om-kommunen/organisation/borgmesterens-forvaltning'
export const VI_UDVIKLER_OS = '/om-kommunen/udvikling-og-projekter/vi-udvikler-os-sammen'
