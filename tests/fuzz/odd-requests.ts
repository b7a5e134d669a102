import * as fc from 'fast-check'
import { ADDRESSES } from '../../src/domain/addresses.ts'
import { exampleAddress } from '../example-address.ts'
import { bend, bent, id, oddHeaders, oddText, oddValue, query } from './odd-values.ts'

/** Who asks. */
export type Caller = 'stranger' | 'editor' | 'administrator'

export type OddRequest = {
  caller: Caller
  method: string
  /** As it is written in the request line. */
  path: string
  headers: Record<string, string>
  body?: string
}

/** A document of a collection or global as REST answers it, to be bent. */
export type Sample = { slug: string; isGlobal: boolean; document: Record<string, unknown> }

/**
 * Requests as nobody means them: every kind of address, verb and header, every field of every collection, bent.
 * The same seed gives the same requests. None of them logs the callers out or changes who they are.
 * @param samples one or more documents of every collection and global
 * @param serverFunction the id by which the admin calls its server functions
 */
export function oddRequests(options: {
  seed: number
  count: number
  samples: readonly Sample[]
  serverFunction: string
}): OddRequest[] {
  const { seed, count, samples, serverFunction } = options
  const request = fc.oneof(
    { weight: 5, arbitrary: save(samples) },
    { weight: 3, arbitrary: question(samples) },
    { weight: 2, arbitrary: strangersRequest },
    { weight: 2, arbitrary: anyAddress },
    { weight: 1, arbitrary: upload },
    { weight: 1, arbitrary: callOf(serverFunction, samples) },
  )
  return fc.sample(request, { numRuns: count, seed }).filter(isHarmless)
}

const caller: fc.Arbitrary<Caller> = fc.constantFrom('stranger', 'editor', 'editor', 'administrator')

function save(samples: readonly Sample[]): fc.Arbitrary<OddRequest> {
  return fc
    .constantFrom(...new Set(samples.map(({ slug }) => slug)))
    .chain((slug) => {
      const own = samples.filter((sample) => sample.slug === slug)
      const isGlobal = own.some((sample) => sample.isGlobal)
      const target = isGlobal
        ? fc.constantFrom(['POST', `/api/globals/${slug}`], ['POST', `/api/globals/${slug}/access`])
        : fc.oneof(
            fc.constant(['POST', `/api/${slug}`]),
            id.map((one) => ['PATCH', `/api/${slug}/${one}`]),
            id.map((one) => ['POST', `/api/${slug}/${one}/duplicate`]),
            id.map((one) => ['POST', `/api/${slug}/access/${one}`]),
          )
      return fc.tuple(caller, target, bent(own.map(({ document }) => document)), query, oddHeaders)
    })
    .map(([who, [method = '', path = ''], body, asked, headers]) => ({
      caller: who,
      method,
      path: withQuery(path, asked),
      headers: { ...json, ...headers },
      body,
    }))
}

function question(samples: readonly Sample[]): fc.Arbitrary<OddRequest> {
  const bases = [
    ...samples.map(({ slug, isGlobal }) => `/api/${isGlobal ? 'globals/' : ''}${slug}`),
    '/api/payload-preferences',
    '/api/payload-locked-documents',
    '/api/payload-migrations',
    '/api/payload-kv',
    '/api/payload-jobs',
    '/api/nope',
    '/api/globals/nope',
    '/api/og',
    '/api/access',
    '/api/globals',
  ]
  const rest = fc.oneof(
    fc.constantFrom(
      '',
      '/',
      '/count',
      '/versions',
      '/paste-url',
      '/me',
      '/init',
      '/access',
      '/versions/1',
      '/file/x',
    ),
    id.map((one) => `/${one}`),
    id.map((one) => `/versions/${one}`),
    id.map((one) => `/file/${one}`),
    id.map((one) => `/paste-url/${one}?src=http%3A%2F%2F127.0.0.1%3A9%2F`),
    id.map((one) => `/${one}/nope/${one}`),
  )
  const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'POST', 'PUT', 'PATCH')
  return fc
    .tuple(caller, method, fc.constantFrom(...bases), rest, query, oddHeaders)
    .map(([who, verb, base, more, asked, headers]) => ({
      caller: who,
      method: verb,
      path: withQuery(base + more, asked),
      headers,
      ...(['POST', 'PATCH', 'PUT'].includes(verb) && { body: asked }),
    }))
}

/** What strangers may reach: logging in and all around it. */
const strangersRequest: fc.Arbitrary<OddRequest> = fc
  .tuple(
    fc.constantFrom(
      'login',
      'forgot-password',
      'reset-password',
      'unlock',
      'first-register',
      'verify/x',
      'refresh-token',
    ),
    fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT'),
    fc.oneof(
      fc.record({ email: oddValue, password: oddValue, token: oddValue }, { requiredKeys: [] }),
      fc.record({ email: oddText.map((text) => `${text}@example.dk`), password: oddText, token: oddText }),
      oddValue,
    ),
    query,
    oddHeaders,
  )
  .map(([name, method, body, asked, headers]) => ({
    caller: 'stranger' as const,
    method,
    path: withQuery(`/api/users/${name}`, asked),
    headers: { ...json, ...headers },
    ...(method !== 'GET' && { body: JSON.stringify(body) ?? '' }),
  }))

const anyAddress: fc.Arbitrary<OddRequest> = fc
  .tuple(
    caller,
    fc.constantFrom(
      'GET',
      'GET',
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'PURGE',
      'PROPFIND',
    ),
    fc.constantFrom(...Object.values(ADDRESSES).map(exampleAddress)),
    fc.constantFrom(
      '',
      '',
      '',
      '/',
      '//',
      '/..',
      '%00',
      '%ff',
      '/%2e%2e',
      '\\x',
      ';x=1',
      '/x/x',
      '.php',
      '%E6',
    ),
    query,
    oddHeaders,
    oddValue,
  )
  .map(([who, method, path, more, asked, headers, value]) => ({
    caller: who,
    method,
    path: withQuery(path + more, asked),
    headers: ['POST', 'PUT', 'PATCH'].includes(method) ? { ...json, ...headers } : headers,
    ...(['POST', 'PUT', 'PATCH'].includes(method) && { body: JSON.stringify(value) }),
  }))

const upload: fc.Arbitrary<OddRequest> = fc
  .tuple(
    caller,
    fc.constantFrom('POST', 'PATCH'),
    oddText,
    fc.constantFrom('image/png', 'application/pdf', 'text/html', 'x', ''),
    fc.constantFrom('\u0089PNG\r\n\u001a\n', '%PDF-1.7\n', '<script>', '', 'x'.repeat(2000)),
    fc.oneof(
      oddValue,
      fc.record({ alt: oddValue, filename: oddText, url: fc.constant('http://127.0.0.1:9/x.png') }),
    ),
    fc.constantFrom('file', 'file', 'nope', 'file[0]', '__proto__'),
  )
  .map(([who, method, name, type, content, data, field]) => {
    const parts = [
      `--odd\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(data)}\r\n`,
      `--odd\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll(/["\r\n]/g, '')}.png"\r\n` +
        `Content-Type: ${type}\r\n\r\n${content}\r\n`,
    ]
    return {
      caller: who,
      method,
      path: method === 'POST' ? '/api/media' : '/api/media/1',
      headers: { 'content-type': 'multipart/form-data; boundary=odd' },
      body: `${parts.join('')}--odd--\r\n`,
    }
  })

/** The admin's server functions, by name. */
function callOf(serverFunction: string, samples: readonly Sample[]): fc.Arbitrary<OddRequest> {
  const name = fc.constantFrom(
    'form-state',
    'form-state',
    'render-document',
    'render-document-slots',
    'render-field',
    'render-list',
    'table-state',
    'slugify',
    'schedule-publish',
    'get-upcoming-scheduled-publish',
    'copy-data-from-locale',
    'get-default-layout',
    'get-folder-results-component-and-data',
    'render-widget',
    'constructor',
    'nope',
  )
  const argumentsOf = fc.oneof(
    fc.tuple(fc.constantFrom(...samples), fc.nat(), oddValue, oddValue).map(([sample, at, value, other]) => {
      const data = structuredClone(sample.document)
      bend(data, at, value, 'set')
      const where = sample.isGlobal ? { globalSlug: sample.slug } : { collectionSlug: sample.slug }
      const formState = { title: { value }, blocks: { rows: other } }
      return {
        ...where,
        data,
        formState,
        id: other,
        schemaPath: sample.slug,
        operation: 'update',
        docPermissions: {},
      }
    }),
    oddValue,
  )
  return fc
    .tuple(fc.constantFrom<Caller>('editor', 'administrator'), name, argumentsOf)
    .map(([who, fn, args]) => ({
      caller: who,
      method: 'POST',
      path: '/admin',
      headers: {
        'next-action': serverFunction,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      },
      body: JSON.stringify([{ name: fn, args }], asReply),
    }))
}

/** As React writes texts to the server: one that begins with `$` would be a reference. */
const asReply = (_: string, value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('$') ? `$${value}` : value

const json = { 'content-type': 'application/json' }

const withQuery = (path: string, asked: string): string =>
  asked ? `${path}${path.includes('?') ? '&' : '?'}${asked}` : path

/** Whether the callers can go on asking afterwards. */
function isHarmless({ method, path }: OddRequest): boolean {
  if (path.includes('/logout')) return false
  return !(path.startsWith('/api/users') && ['PATCH', 'DELETE', 'PUT'].includes(method))
}
