import { wordsWith, type Words } from '../../domain/words/words.ts'
import type { Reader } from './reader.ts'

/** The fixed words, with the editors' own in place of defaults. */
export const labels = async (reader: Reader): Promise<Words> =>
  wordsWith((await reader.global('labels')).overrides)
