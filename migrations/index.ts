import * as migration_20261122_055600_initial from './20261122_055600_initial.ts'
import * as migration_20261122_060000_content_changed from './20261122_060000_content_changed.ts'
import * as migration_20261122_061500_order_keys from './20261122_061500_order_keys.ts'
import * as migration_20261122_074500_top_pages from './20261122_074500_top_pages.ts'
import * as migration_20261122_080322_error_words from './20261122_080322_error_words.ts'
import * as migration_20261122_084455_time from './20261122_084455_time.ts'
import * as migration_20261122_095000_search_words from './20261122_095000_search_words.ts'
import * as migration_20261122_100000_search from './20261122_100000_search.ts'
import * as migration_20261122_103835_search_labels from './20261122_103835_search_labels.ts'
import * as migration_20261127_100000_search_tables from './20261127_100000_search_tables.ts'
import * as migration_20261127_180000_words from './20261127_180000_words.ts'
import * as migration_20261127_210000_latest_versions from './20261127_210000_latest_versions.ts'
import * as migration_20261127_220000_change_log from './20261127_220000_change_log.ts'
import * as migration_20261128_020000_login_attempts from './20261128_020000_login_attempts.ts'
import * as migration_20261128_150000_left_addresses from './20261128_150000_left_addresses.ts'
import * as migration_20261128_180000_trail from './20261128_180000_trail.ts'
import * as migration_20261128_181000_bin from './20261128_181000_bin.ts'
import * as migration_20261128_182000_press_contacts from './20261128_182000_press_contacts.ts'
import * as migration_20261128_183000_second_factor from './20261128_183000_second_factor.ts'
import * as migration_20261128_190000_tables from './20261128_190000_tables.ts'
import * as migration_20261129_020000_planned from './20261129_020000_planned.ts'
import * as migration_20261129_062400_write_page from './20261129_062400_write_page.ts'
import * as migration_20261129_070000_closing from './20261129_070000_closing.ts'
import * as migration_20261129_110000_draft_links from './20261129_110000_draft_links.ts'
import * as migration_20261129_120000_desk_search from './20261129_120000_desk_search.ts'
import * as migration_20261129_130000_roles from './20261129_130000_roles.ts'
import * as migration_20261129_140000_reviews from './20261129_140000_reviews.ts'
import * as migration_20261129_160000_outside_links from './20261129_160000_outside_links.ts'
import * as migration_20261129_180000_media from './20261129_180000_media.ts'
import * as migration_20261129_193000_file_departments from './20261129_193000_file_departments.ts'
import * as migration_20261129_200000_draft_refusals from './20261129_200000_draft_refusals.ts'
import * as migration_20261129_220000_statement from './20261129_220000_statement.ts'
import * as migration_20261130_050000_access_page from './20261130_050000_access_page.ts'

export const migrations = [
  {
    up: migration_20261122_055600_initial.up,
    down: migration_20261122_055600_initial.down,
    name: '20261122_055600_initial',
  },
  {
    up: migration_20261122_060000_content_changed.up,
    down: migration_20261122_060000_content_changed.down,
    name: '20261122_060000_content_changed',
  },
  {
    up: migration_20261122_061500_order_keys.up,
    down: migration_20261122_061500_order_keys.down,
    name: '20261122_061500_order_keys',
  },
  {
    up: migration_20261122_074500_top_pages.up,
    down: migration_20261122_074500_top_pages.down,
    name: '20261122_074500_top_pages',
  },
  {
    up: migration_20261122_080322_error_words.up,
    down: migration_20261122_080322_error_words.down,
    name: '20261122_080322_error_words',
  },
  {
    up: migration_20261122_084455_time.up,
    down: migration_20261122_084455_time.down,
    name: '20261122_084455_time',
  },
  {
    up: migration_20261122_095000_search_words.up,
    down: migration_20261122_095000_search_words.down,
    name: '20261122_095000_search_words',
  },
  {
    up: migration_20261122_100000_search.up,
    down: migration_20261122_100000_search.down,
    name: '20261122_100000_search',
  },
  {
    up: migration_20261122_103835_search_labels.up,
    down: migration_20261122_103835_search_labels.down,
    name: '20261122_103835_search_labels',
  },
  {
    up: migration_20261127_100000_search_tables.up,
    down: migration_20261127_100000_search_tables.down,
    name: '20261127_100000_search_tables',
  },
  {
    up: migration_20261127_180000_words.up,
    down: migration_20261127_180000_words.down,
    name: '20261127_180000_words',
  },
  {
    up: migration_20261127_210000_latest_versions.up,
    down: migration_20261127_210000_latest_versions.down,
    name: '20261127_210000_latest_versions',
  },
  {
    up: migration_20261127_220000_change_log.up,
    down: migration_20261127_220000_change_log.down,
    name: '20261127_220000_change_log',
  },
  {
    up: migration_20261128_020000_login_attempts.up,
    down: migration_20261128_020000_login_attempts.down,
    name: '20261128_020000_login_attempts',
  },
  {
    up: migration_20261128_150000_left_addresses.up,
    down: migration_20261128_150000_left_addresses.down,
    name: '20261128_150000_left_addresses',
  },
  {
    up: migration_20261128_180000_trail.up,
    down: migration_20261128_180000_trail.down,
    name: '20261128_180000_trail',
  },
  {
    up: migration_20261128_181000_bin.up,
    down: migration_20261128_181000_bin.down,
    name: '20261128_181000_bin',
  },
  {
    up: migration_20261128_182000_press_contacts.up,
    down: migration_20261128_182000_press_contacts.down,
    name: '20261128_182000_press_contacts',
  },
  {
    up: migration_20261128_183000_second_factor.up,
    down: migration_20261128_183000_second_factor.down,
    name: '20261128_183000_second_factor',
  },
  {
    up: migration_20261128_190000_tables.up,
    down: migration_20261128_190000_tables.down,
    name: '20261128_190000_tables',
  },
  {
    up: migration_20261129_020000_planned.up,
    down: migration_20261129_020000_planned.down,
    name: '20261129_020000_planned',
  },
  {
    up: migration_20261129_062400_write_page.up,
    down: migration_20261129_062400_write_page.down,
    name: '20261129_062400_write_page',
  },
  {
    up: migration_20261129_070000_closing.up,
    down: migration_20261129_070000_closing.down,
    name: '20261129_070000_closing',
  },
  {
    up: migration_20261129_110000_draft_links.up,
    down: migration_20261129_110000_draft_links.down,
    name: '20261129_110000_draft_links',
  },
  {
    up: migration_20261129_120000_desk_search.up,
    down: migration_20261129_120000_desk_search.down,
    name: '20261129_120000_desk_search',
  },
  {
    up: migration_20261129_130000_roles.up,
    down: migration_20261129_130000_roles.down,
    name: '20261129_130000_roles',
  },
  {
    up: migration_20261129_140000_reviews.up,
    down: migration_20261129_140000_reviews.down,
    name: '20261129_140000_reviews',
  },
  {
    up: migration_20261129_160000_outside_links.up,
    down: migration_20261129_160000_outside_links.down,
    name: '20261129_160000_outside_links',
  },
  {
    up: migration_20261129_180000_media.up,
    down: migration_20261129_180000_media.down,
    name: '20261129_180000_media',
  },
  {
    up: migration_20261129_193000_file_departments.up,
    down: migration_20261129_193000_file_departments.down,
    name: '20261129_193000_file_departments',
  },
  {
    up: migration_20261129_200000_draft_refusals.up,
    down: migration_20261129_200000_draft_refusals.down,
    name: '20261129_200000_draft_refusals',
  },
  {
    up: migration_20261129_220000_statement.up,
    down: migration_20261129_220000_statement.down,
    name: '20261129_220000_statement',
  },
  {
    up: migration_20261130_050000_access_page.up,
    down: migration_20261130_050000_access_page.down,
    name: '20261130_050000_access_page',
  },
]
