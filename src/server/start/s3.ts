import { accessSync, constants } from 'node:fs'
import { z } from 'zod'
import { say } from '../language.ts'
import { StartError } from '../start-error.ts'

/** What must be there once one of them is; the keys themselves or as a file. The CMS reads them: collections/shared. */
const NEEDED = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

/**
 * Checks the variables of S3-compatible storage, if there are any. Throws a StartError that names the first bad one, and
 * never shows a secret.
 */
export function checkS3(given: Record<string, string | undefined>): void {
  if (!Object.keys(given).some((name) => /^S3_(BUCKET|REGION|ENDPOINT|(SECRET_)?ACCESS_KEY)/.test(name)))
    return
  for (const name of NEEDED) {
    const file = name.includes('KEY') ? given[`${name}_FILE`] : undefined
    if (!given[name] && !file)
      throw new StartError(
        say({
          da: `${name} mangler: filer i S3 kræver ${NEEDED.join(', ')}.`,
          en: `${name} is missing: files in S3 need ${NEEDED.join(', ')}.`,
        }),
      )
    if (file && !canRead(file))
      throw new StartError(
        say({
          da: `${name}_FILE: filen ${file} kan ikke læses.`,
          en: `${name}_FILE: the file ${file} cannot be read.`,
        }),
      )
  }
  const { S3_ENDPOINT: endpoint } = given
  if (endpoint && !z.url({ protocol: /^https?$/ }).safeParse(endpoint).success)
    throw new StartError(
      say({
        da: `S3_ENDPOINT er "${endpoint}", og det kan ikke bruges: skriv en adresse som https://s3.example.dk.`,
        en: `S3_ENDPOINT is "${endpoint}", which cannot be used: write an address such as https://s3.example.dk.`,
      }),
    )
}

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
