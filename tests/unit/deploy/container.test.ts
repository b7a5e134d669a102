import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const here = path.join(root, 'deploy/container')
const read = (file: string) => readFileSync(path.join(here, file), 'utf8')

// The YAML parser of a package that the tests have already.
const { load } = createRequire(createRequire(import.meta.url).resolve('date-holidays'))('js-yaml') as {
  load: (text: string) => unknown
}

type Service = {
  image: string
  env_file?: string
  environment?: Record<string, string>
  volumes?: string[]
  secrets?: string[]
  networks: Record<string, { ipv4_address?: string }>
  depends_on?: Record<string, unknown>
  build?: { context: string; dockerfile: string }
  read_only?: boolean
}
type Compose = Record<'services' | 'volumes' | 'networks' | 'secrets', Record<string, Service>>

const compose = load(read('compose.yaml')) as Compose
// What YAML 1.1 and compose know as a merge, YAML 1.2 takes for a key.
for (const service of Object.values(compose.services) as (Service & { '<<'?: Service })[])
  Object.assign(service, { ...service['<<'], ...service })
const containerfile = read('Containerfile').replaceAll(/\\\n/g, ' ')
const known = new Set(
  readFileSync(path.join(root, 'src/server/start/env.ts'), 'utf8')
    .match(/^\s+[A-Z][A-Z_]+(?=:)/gm)
    ?.map((name) => name.trim()),
)

test('what the image is made of is there, and reaches the builder', () => {
  const sources = [...containerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, list = '']) =>
    list.split(' '),
  )
  expect(sources).toContain('src')
  const passed = new Set(readFileSync(path.join(root, '.dockerignore'), 'utf8').match(/(?<=^!).+$/gm))
  for (const source of sources)
    expect([source, existsSync(path.join(root, source)), passed.has(source)]).toEqual([source, true, true])
})

test('everything that the build reads is copied', () => {
  // A file of the root that the sources import or the tools read.
  const copied = containerfile.match(/^COPY (?!--).+$/gm)?.join(' ') ?? ''
  for (const needed of [
    'next.config.ts',
    'payload.config.ts',
    'tsconfig.json',
    'collections',
    'content',
    'migrations',
    'public',
    'package-lock.json',
    '.npmrc',
  ])
    expect(copied).toContain(needed)
})

test('the program is not root, gets signals itself, and is asked for its health', () => {
  const last = containerfile.slice(containerfile.lastIndexOf('\nFROM '))
  expect(last).toMatch(/^USER node$/m)
  expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m)
  const [, command = ''] = /^CMD (\[.+\])$/m.exec(last) ?? []
  expect(JSON.parse(command)).toEqual(['node', 'src/server/run.mjs', 'start/start'])
  const [, check = '[]'] = /^HEALTHCHECK .*CMD (\[.+\])$/m.exec(last) ?? []
  const [node, , code = ''] = JSON.parse(check) as string[]
  expect(node).toBe('node')
  expect(() => new Function(code)).not.toThrow()
  expect(code).toContain('/api/health/ready')
})

test('every variable is one that the site reads', () => {
  const set = [
    ...(/^ENV (.+)$/m.exec(containerfile)?.[1] ?? '').split(' ').map((pair) => pair.split('=')[0]),
    ...(read('site.env.example').match(/^[A-Z_]+(?==)/gm) ?? []),
    ...Object.keys(compose.services['site-1']?.environment ?? {}),
  ]
  expect(known.size).toBeGreaterThan(10)
  expect(set.length).toBeGreaterThan(8)
  expect(set.filter((name) => name !== 'NODE_ENV' && !known.has(name ?? ''))).toEqual([])
})

test('the services name only what the compose file has, and files that are there or made by the operator', () => {
  const byOperator = ['./certificates']
  for (const service of Object.values(compose.services)) {
    for (const other of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(other)
    for (const network of Object.keys(service.networks)) expect(compose.networks).toHaveProperty(network)
    for (const secret of service.secrets ?? []) expect(compose.secrets).toHaveProperty(secret)
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':')
      const isThere = source.startsWith('.')
        ? existsSync(path.join(here, source)) || byOperator.includes(source)
        : source in compose.volumes
      expect([volume, isThere]).toEqual([volume, true])
    }
  }
  const { build } = compose.services['site-1'] ?? {}
  expect(path.resolve(here, build?.context ?? '', build?.dockerfile ?? '')).toBe(
    path.join(here, 'Containerfile'),
  )
})

test('both instances are alike, cannot write into their code, and are those that nginx asks', () => {
  const { 'site-1': first, 'site-2': second } = compose.services
  expect({ ...first, networks: null }).toEqual({ ...second, networks: null })
  expect(first?.read_only).toBe(true)
  const addresses = [first, second].map((site) => `${site?.networks.site?.ipv4_address}:3000`)
  const asked = [...new Set([...read('upstreams.conf').matchAll(/server ([\d.:]+)/g)].map(([, one]) => one))]
  expect(asked).toEqual(addresses)
  const own = readFileSync(path.join(root, 'deploy/nginx/upstreams.conf'), 'utf8')
  expect(withoutAddresses(read('upstreams.conf'))).toBe(withoutAddresses(own))
})

const withoutAddresses = (text: string) => text.replaceAll(/^#.*$|[\d.]+:\d+/gm, '')
