import { defineConfig } from 'vitest/config'

/** Milliseconds for what is done after a save, on a machine that is busy. */
const SOON = 10_000

/** Milliseconds after which a test hangs, rather than being slow on a machine that is busy. */
const HANGS = 180_000

/** Files at a time: vitest would leave one processor idle, which is half of a machine with two. */
const ALL_PROCESSORS = '100%'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          sequence: { shuffle: true },
          maxWorkers: ALL_PROCESSORS,
          // What the terminal says is Danish then.
          env: { LC_ALL: 'da_DK.UTF-8' },
          // Whole years are compared day by day: on a busy machine that takes more than the usual five seconds.
          testTimeout: 30_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: SOON } },
        },
      },
      {
        // As tsconfig.json says, for the code that Next bundles.
        resolve: { alias: { '@payload-config': `${import.meta.dirname}/payload.config.ts` } },
        test: {
          name: 'int',
          include: ['tests/int/**/*.test.ts'],
          globalSetup: 'tests/int/database.ts',
          // See docs/decisions/010-what-loads-the-code.md.
          execArgv: ['--conditions=production'],
          maxWorkers: ALL_PROCESSORS,
          testTimeout: HANGS,
          hookTimeout: 120_000,
          expect: { poll: { timeout: SOON } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/tools/site.ts',
          // No site that a test starts asks the internet.
          env: { LINK_CHECK: 'off' },
          testTimeout: HANGS,
          hookTimeout: 300_000,
          expect: { poll: { timeout: SOON } },
          fileParallelism: false,
        },
      },
    ],
  },
})
