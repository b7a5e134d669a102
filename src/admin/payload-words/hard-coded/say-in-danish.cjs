/**
 * A loader of Next's bundler: says in Danish what a package has in its code in English. Its options are an entry of
 * `hard-coded.ts`.
 *
 * @param {string} source
 * @returns {string}
 */
module.exports = function sayInDanish(source) {
  const { literals, code } = this.getOptions()
  let danish = source
  for (const [found, said] of Object.entries(code)) danish = danish.replaceAll(new RegExp(found, 'g'), said)
  for (const [found, said] of Object.entries(literals))
    for (const quote of ['"', "'", '`'])
      danish = danish.replaceAll(quote + asWritten(found, quote) + quote, () => JSON.stringify(said))
  return danish
}

/** A text as it stands between such quotes. */
function asWritten(text, quote) {
  return quote === '"' ? text.replaceAll('"', '\\"') : text
}
