import { accessSync, constants } from 'node:fs'
import { z } from 'zod'
import { say } from '../tell/language.ts'

/** What must be there once one of them is; the keys themselves or as a file. The CMS reads them: collections/shared. */
const NEEDED = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

type Source = Record<string, string | undefined>

/**
 * A line for each variable of S3-compatible storage that is missing or bad, without showing a secret; none if there are no
 * such variables. In the language that `source` asks for.
 */
export function s3Faults(given: Source, source: Source): string[] {
  if (!Object.keys(given).some((name) => /^S3_(BUCKET|REGION|ENDPOINT|(SECRET_)?ACCESS_KEY)/.test(name)))
    return []
  const faults: string[] = []
  for (const name of NEEDED) {
    const file = name.includes('KEY') ? given[`${name}_FILE`] : undefined
    if (!given[name] && !file)
      faults.push(
        say(
          {
            da: `${name} mangler: filer i S3 kræver ${NEEDED.join(', ')}.`,
            en: `${name} is missing: files in S3 need ${NEEDED.join(', ')}.`,
          },
          source,
        ),
      )
    if (file && !canRead(file))
      faults.push(
        say(
          {
            da: `${name}_FILE: filen ${file} kan ikke læses.`,
            en: `${name}_FILE: the file ${file} cannot be read.`,
          },
          source,
        ),
      )
  }
  const { S3_ENDPOINT: endpoint } = given
  if (endpoint && !z.url({ protocol: /^https?$/ }).safeParse(endpoint).success)
    faults.push(
      say(
        {
          da: `S3_ENDPOINT er "${endpoint}", og det kan ikke bruges: skriv en adresse som https://s3.example.dk.`,
          en: `S3_ENDPOINT is "${endpoint}", which cannot be used: write an address such as https://s3.example.dk.`,
        },
        source,
      ),
    )
  return faults
}

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
