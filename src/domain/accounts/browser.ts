/**
 * "Firefox på Windows": what a browser says of itself (User-Agent), in words of ours only, as anybody can write there what
 * they like. Null if it is none of those that people use.
 */
export function browserName(userAgent: string): string | null {
  const [, browser] = BROWSERS.find(([sign]) => sign.test(userAgent)) ?? []
  const [, system] = SYSTEMS.find(([sign]) => sign.test(userAgent)) ?? []
  if (!browser) return null
  return system ? `${browser} på ${system}` : browser
}

/** The first that fits: most name others as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]
