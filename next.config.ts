import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { withPayload } from '@payloadcms/next/withPayload'
import { buildSync } from 'esbuild'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js'
import { hardCoded } from './src/admin/payload-words/hard-coded/hard-coded.ts'

/** Bundles src/enhance to public/build/enhance.js. The hash in its address lets browsers keep it forever. */
function bundleEnhancements(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['src/enhance/index.ts'],
    outfile: 'public/build/enhance.js',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false,
  })
  const bundle = outputFiles[0]
  if (!bundle) throw new Error('esbuild wrote nothing')
  mkdirSync('public/build', { recursive: true })
  writeFileSync('public/build/enhance.js', bundle.contents)
  return createHash('sha256').update(bundle.contents).digest('hex').slice(0, 10)
}

export default function configure(phase: string): NextConfig {
  const builds = phase === PHASE_PRODUCTION_BUILD || phase === PHASE_DEVELOPMENT_SERVER
  const config: NextConfig = withPayload({
    poweredByHeader: false,
    // Stored pages and files have the front's tags, and a page made for one request is never kept.
    generateEtags: false,
    reactStrictMode: true,
    images: { unoptimized: true },
    // The server loads what stored pages need, opens its port, and then loads the rest (src/server/fresh/renderer.ts).
    experimental: { preloadEntriesOnStart: false },
    // One copy for both routers: an error from one copy is not recognised by the other, which would lose its fields.
    // S3 and mail are loaded by node, and only where they are used.
    serverExternalPackages: ['payload', '@payloadcms/storage-s3', 'nodemailer'],
    // `npm test` checks types; a start does not have to.
    typescript: { ignoreBuildErrors: true },
    // The editor's packages await parts of themselves at top level. Node's loader may never finish that; Next's does:
    // docs/decisions/010-what-loads-the-code.md.
    bundlePagesRouterDependencies: true,
    turbopack: { rules: { '*.{js,mjs}': inDanish() } },
    // Inlined when pages are built.
    env: { ENHANCE_HASH: builds ? bundleEnhancements() : '' },
  })
  return { ...config, headers: async () => onlyForAdmin((await config.headers?.()) ?? []) }
}

/** English words in the code of the admin's packages are said in Danish. */
const inDanish = () =>
  Object.entries(hardCoded).map(([name, words]) => ({
    condition: { path: new RegExp(`node_modules/${name}/dist/`) },
    loaders: [{ loader: './src/admin/payload-words/hard-coded/say-in-danish.cjs', options: words }],
  }))

/** Payload adds client-hint headers to every address, and `Critical-CH` makes browsers request a page twice. */
const onlyForAdmin = (rules: Awaited<ReturnType<NonNullable<NextConfig['headers']>>>) =>
  rules.map((rule) => (rule.source === '/:path*' ? { ...rule, source: '/admin/:path*' } : rule))
