import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { DANISH_PASSWORDS } from './danish-passwords.ts'

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english, danish: [...DANISH_PASSWORDS] },
  graphs: adjacencyGraphs,
  // A text of nothing but signs that may be letters would be read in 512 ways, for two seconds.
  l33tMaxSubstitutions: 16,
})

/** Whether a password takes fewer than 10^10 guesses of somebody who knows `own` words (zxcvbn's score 4 is the first that does not). */
export const isGuessable = (password: string, own: readonly string[]): boolean =>
  password === '' || zxcvbn.check(password, [...own]).score < 4
