import { expect, test } from 'vitest'
import { namesOf, readHosts } from '../../../src/database/servers/hosts.ts'

test.for<[address: string, hosts: string[]]>([
  ['postgres://site:pw@db.example.dk/site', ['db.example.dk:5432']],
  ['postgresql://site:p%40%2Cw@a:5433/site', ['a:5433']],
  ['postgres://site:p,w@a:5432,b:5433/site?target_session_attrs=read-write', ['a:5432', 'b:5433']],
  ['postgres://a,b,c/site?sslmode=verify-full&target_session_attrs=primary', ['a:5432', 'b:5432', 'c:5432']],
  ['postgres://site@[::1]:5433,[fe80::2]/site', ['::1:5433', 'fe80::2:5432']],
])('%s names the servers %s', ([address, hosts]) => {
  expect(readHosts(address)?.map(({ host, port }) => `${host}:${port}`)).toEqual(hosts)
})

test.for([
  'mysql://site@a/site',
  'a:5432,b:5432',
  'postgres://site@a:port/site',
  'postgres://site@a,:5432/site',
  'postgres://site@a:5432,b:5432,/site',
  'postgres://site@a,b/site?target_session_attrs=any',
  'postgres://site@a/site?target_session_attrs=standby',
])('%s is no address that the site can use', (address) => {
  expect(readHosts(address)).toBeNull()
})

test('each server is reached with what the address says for all, and named without it', () => {
  const address = 'postgres://site:hemmelig@a:5432,b:5433/site?sslmode=verify-full'
  expect(readHosts(address)?.map(({ url }) => url)).toEqual([
    'postgres://site:hemmelig@a:5432/site?sslmode=verify-full',
    'postgres://site:hemmelig@b:5433/site?sslmode=verify-full',
  ])
  expect(namesOf(address)).toBe('a:5432, b:5433')
})
