import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Each migration that has landed, with what it was then. */
const landed: Record<string, string> = {
  '20261122_055600_initial': '31ecfc05e41d6293',
  '20261122_060000_content_changed': '8498b8ea48e6f584',
  '20261122_061500_order_keys': 'dca400b0d363cf05',
  '20261122_074500_top_pages': 'fac861c9f786edba',
  '20261122_080322_error_words': 'c5cae91bac3839dd',
  '20261122_084455_time': '8e5395b1270ba3e7',
  '20261122_095000_search_words': '6ccaa59f53bee47a',
  '20261122_100000_search': '5ce3b50b0b420417',
  '20261122_103835_search_labels': '7824125ccc2a49ce',
  '20261127_100000_search_tables': '9d67430a7b204491',
  '20261127_180000_words': 'bfdc2bbe119377eb',
  '20261127_210000_latest_versions': 'fd7dfa3025c21a31',
  '20261127_220000_change_log': '7b86176d60734788',
  '20261128_020000_login_attempts': '86b191c876cec039',
  '20261128_150000_left_addresses': '02e174e13b16d403',
  '20261128_180000_trail': '5c8face44255f99b',
  '20261128_182000_press_contacts': '661a08ca01dd60c3',
  '20261128_183000_second_factor': '8e764599c2f6db99',
  '20261128_190000_tables': '3fc9f8f5b9a93240',
  '20261129_020000_planned': '24aad12e2470e2ab',
  '20261129_062400_write_page': '283193023e3fb73f',
  '20261129_070000_closing': 'c4fed0c2c5c06e0f',
  '20261129_110000_draft_links': 'c512a65fb42d6fd4',
  '20261129_120000_desk_search': '11bbc3ac38f138c6',
  '20261129_130000_roles': '8424553b8fb0b03b',
  '20261129_140000_reviews': 'c369b9a90f32789a',
  '20261129_160000_outside_links': 'e5fd8967faa4e9fe',
  '20261129_180000_media': '0e55365661608f00',
  '20261129_193000_file_departments': 'c6d724c9291552c8',
  '20261129_200000_draft_refusals': '0fdb706f3c92c3ff',
  '20261129_220000_statement': '764c9494a09ba807',
  '20261130_050000_access_page': '93d4617f83b9ce49',
  '20261128_181000_bin': 'b0e1a7a77a021652',
}

const folder = path.resolve(import.meta.dirname, '../../migrations')

test('no migration is edited after it has landed', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  const found = files.toSorted().map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return [path.basename(file, '.ts'), createHash('sha256').update(text).digest('hex').slice(0, 16)]
  })
  expect(
    Object.fromEntries(found),
    `A new migration: add its line to "landed" in this test when it lands. One that has landed: leave it as it is, as
    databases that ran it never run it again. Write a new migration, or change src/database if it is a function.`,
  ).toEqual(landed)
})
