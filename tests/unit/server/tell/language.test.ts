import { expect, test } from 'vitest'
import { say } from '../../../../src/server/tell/language.ts'

test.for<[environment: Record<string, string>, language: string]>([
  [{ LANG: 'da_DK.UTF-8' }, 'da'],
  [{ LANG: 'da' }, 'da'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'dav_KE' }, 'en'],
  [{}, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'da_DK' }, 'da'],
  [{ LC_ALL: 'C', LANG: 'da_DK.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'da_DK.UTF-8' }, 'da'],
])('%j reads %s', ([environment, language]) => {
  expect(say({ da: 'da', en: 'en' }, environment)).toBe(language)
})
