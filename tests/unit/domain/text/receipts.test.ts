import { expect, test } from 'vitest'
import { savedMeanwhile } from '../../../../src/domain/text/told/saved-meanwhile.ts'
import { receiptOf } from '../../../../src/domain/text/told/receipts.ts'

const two = { pages: 2, isWhole: true }

test.each([
  [false, true, null, 'Offentliggjort.'],
  [false, true, two, 'Offentliggjort. Vises på 2 sider.'],
  [false, true, { pages: 1, isWhole: true }, 'Offentliggjort. Vises på én side.'],
  [false, true, { pages: 40, isWhole: false }, 'Offentliggjort. Vises på mindst 40 sider.'],
  [false, true, { pages: 0, isWhole: true }, 'Offentliggjort. Vises ikke på nogen side.'],
  [false, false, null, 'Kladden er gemt.'],
  [false, null, two, 'Gemt. Vises på 2 sider.'],
  [false, null, null, null],
  [true, true, two, 'Versionen er hentet frem og offentliggjort. Vises på 2 sider.'],
  [true, false, null, 'Versionen er hentet frem som kladde. Hvad besøgende ser, er som før.'],
])('restored: %s, public: %s, shown: %o → %s', (isRestored, isPublic, shown, said) => {
  expect(receiptOf({ isRestored, isPublic, shown })).toBe(said)
})

test.each([
  ['Anne Andersen', /^Anne Andersen har gemt her kl\. 8\.38, efter du åbnede siden\. /],
  // The site itself, or a release before that noted it.
  [null, /^Der er gemt her kl\. 8\.38, efter du åbnede siden\. /],
])('whoever has a form open is told that %j has saved it', (by, told) =>
  expect(savedMeanwhile(by, 'kl. 8.38')).toMatch(told),
)
