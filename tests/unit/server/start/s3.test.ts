import { expect, test } from 'vitest'
import { readEnvironment } from '../../../../src/server/start/env.ts'

const whole = { S3_BUCKET: 'filer', S3_ACCESS_KEY_ID: 'noegle', S3_SECRET_ACCESS_KEY: 'hemmelig' }

test.for([
  {},
  whole,
  { ...whole, S3_ENDPOINT: 'http://127.0.0.1:9000', S3_REGION: 'eu-north-1' },
  { ...whole, S3_SECRET_ACCESS_KEY: '', S3_SECRET_ACCESS_KEY_FILE: import.meta.filename },
])('%o can be used', (given) => {
  expect(() => readEnvironment(given)).not.toThrow()
})

test.for<[given: Record<string, string>, told: RegExp]>([
  [{ ...whole, S3_BUCKET: '' }, /^S3_BUCKET /],
  [{ S3_BUCKET: 'filer' }, /^S3_ACCESS_KEY_ID /],
  [{ ...whole, S3_SECRET_ACCESS_KEY: '' }, /^S3_SECRET_ACCESS_KEY /],
  [{ ...whole, S3_SECRET_ACCESS_KEY_FILE: '/findes/ikke' }, /^S3_SECRET_ACCESS_KEY_FILE.*\/findes\/ikke/],
  [{ ...whole, S3_ENDPOINT: 's3.example.dk' }, /^S3_ENDPOINT .*https:/],
])('%o is refused in one line that shows no secret', ([given, told]) => {
  expect(() => readEnvironment(given)).toThrow(told)
  expect(() => readEnvironment(given)).not.toThrow(/hemmelig/)
  expect(() => readEnvironment(given)).not.toThrow(/\n/)
})
