import { expect, test } from 'vitest'
import { stepOf } from '../../../../src/admin/documents/tree/tree-keys.ts'
import {
  type DeskTree,
  linesOf,
  type Move,
  sayMove,
  treeOfFound,
  type TreePage,
} from '../../../../src/domain/tree/desk-tree.ts'

const page = (id: number, parent: number | null, below = 0): TreePage => ({
  id,
  parent,
  title: `Side ${id}`,
  path: `/${id}`,
  status: 'published',
  owner: null,
  isPlanned: false,
  below,
  isYours: true,
})

const tree: DeskTree = {
  branches: new Map([
    [0, { pages: [page(1, null, 2), page(2, null)], total: 2 }],
    [1, { pages: [page(3, 1, 1)], total: 2 }],
    [3, { pages: [page(4, 3)], total: 1 }],
  ]),
  open: new Set([1]),
}

const shown = (of: DeskTree) =>
  linesOf(of).map((line) =>
    line.kind === 'page'
      ? [line.level, line.page.id, line.position, line.size, line.isOpen]
      : [line.level, `${line.shown}/${line.total} of ${line.parent}`],
  )

test('a tree is shown as far as it is open, and says where more lie', () => {
  expect(shown(tree)).toEqual([
    [1, 1, 1, 2, true],
    [2, 3, 1, 2, false],
    [2, '1/2 of 1'],
    [1, 2, 2, 2, null],
  ])
  expect(shown({ ...tree, open: new Set([3]) })).toEqual([
    [1, 1, 1, 2, false],
    [1, 2, 2, 2, null],
  ])
})

test('what was found stands below all above it, opened; a hit can be opened to all below it', () => {
  const found = treeOfFound({
    hits: [3, 7],
    pages: [page(1, null, 9), page(3, 1, 4), page(7, 6)],
    hasMore: false,
  })
  expect(shown(found)).toEqual([
    [1, 1, 1, 2, true],
    [2, 3, 1, 1, false],
    // What stands above it cannot be reached.
    [1, 7, 2, 2, null],
  ])
})

test('keys go from line to line, open and close, and go to what begins with a letter', () => {
  const lines = linesOf(tree)
  const steps: [key: string, at: number, step: unknown][] = [
    ['ArrowDown', 0, { to: 1 }],
    ['ArrowDown', 3, null],
    ['ArrowUp', 0, null],
    ['ArrowUp', 3, { to: 2 }],
    ['Home', 2, { to: 0 }],
    ['End', 0, { to: 3 }],
    ['ArrowRight', 0, { to: 1 }],
    ['ArrowRight', 1, { id: 3, isOpen: true }],
    ['ArrowRight', 3, null],
    ['ArrowLeft', 0, { id: 1, isOpen: false }],
    ['ArrowLeft', 1, { to: 0 }],
    ['ArrowLeft', 2, { to: 0 }],
    ['ArrowLeft', 3, null],
    ['s', 0, { to: 1 }],
    ['S', 3, { to: 0 }],
    ['x', 0, null],
    ['F2', 0, null],
  ]
  expect(steps.map(([key, at]) => stepOf(key, lines, at))).toEqual(steps.map(([, , step]) => step))
})

test('a move says what it changes', () => {
  const move: Move = {
    title: 'Gren',
    from: '/fra/gren',
    to: '/til/gren',
    isPublic: true,
    hasDraft: false,
    isTop: false,
    below: 0,
  }
  expect(sayMove(move)).toEqual([
    'Adressen ændres fra /fra/gren til /til/gren.',
    'Den gamle adresse fører til den nye.',
  ])
  expect(sayMove({ ...move, hasDraft: true, isTop: true, below: 1 })).toEqual([
    'Adressen ændres fra /fra/gren til /til/gren.',
    'Én offentlig side under den får også en ny adresse.',
    'De gamle adresser fører til de nye.',
    'Flytningen kan ses med det samme. Den kladde, der venter, flytter med og bliver ikke offentliggjort.',
    'Den kommer ikke i hovedmenuen af sig selv. Sæt kryds ved »Vis i hovedmenuen« på siden, hvis den skal.',
  ])
  expect(sayMove({ ...move, isPublic: false, hasDraft: true })).toEqual([
    'Siden er en kladde og bliver ved med at være det. Dens adresse bliver /til/gren.',
  ])
  expect(sayMove({ ...move, isPublic: false, below: 12 }).slice(1)).toEqual([
    '12 offentlige sider under den får også nye adresser.',
    'De gamle adresser fører til de nye.',
  ])
  // Below the front page an address is as at the top.
  expect(sayMove({ ...move, to: '/fra/gren' })).toEqual(['Adressen bliver den samme.'])
})
