/**
 * What whoever has a form open is told when it has been saved since.
 * @param by who saved it; null: the site itself, or nobody knows
 * @param time `kl. 8.38`
 */
export const savedMeanwhile = (by: string | null, time: string): string =>
  `${by === null ? 'Der er gemt her' : `${by} har gemt her`} ${time}, efter du åbnede siden. Du kan skrive videre: når du gemmer, kommer begges rettelser med. Genindlæs siden for at se, hvad der er gemt.`
