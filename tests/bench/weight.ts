import { chromium } from 'playwright-core'
import { chromiumOptions } from '../e2e/tools/chromium.ts'

type Weight = {
  requests: number
  html: number
  css: number
  script: number
  font: number
  other: number
  total: number
}

/** What a Chromium without a cache downloads for each page, in bytes as they come over the wire. */
export async function measureWeight(
  siteUrl: string,
  pages: Record<string, string>,
): Promise<Record<string, Weight>> {
  const browser = await chromium.launch(await chromiumOptions())
  const weights: Record<string, Weight> = {}
  try {
    for (const [name, address] of Object.entries(pages)) {
      const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
      const weight: Weight = { requests: 0, html: 0, css: 0, script: 0, font: 0, other: 0, total: 0 }
      const sizes: Promise<void>[] = []
      page.on('requestfinished', (request) => {
        sizes.push(
          request.sizes().then(({ responseBodySize }) => {
            weight.requests += 1
            weight.total += responseBodySize
            weight[kindOf(request.resourceType())] += responseBodySize
          }),
        )
      })
      await page.goto(siteUrl + address, { waitUntil: 'networkidle' })
      await Promise.all(sizes)
      weights[name] = weight
    }
  } finally {
    await browser.close()
  }
  return weights
}

function kindOf(resourceType: string): 'html' | 'css' | 'script' | 'font' | 'other' {
  switch (resourceType) {
    case 'document':
      return 'html'
    case 'stylesheet':
      return 'css'
    case 'script':
    case 'font':
      return resourceType
    default:
      return 'other'
  }
}
