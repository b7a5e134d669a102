import sparticuz from '@sparticuz/chromium'

/** How to start the Chromium that comes with the npm packages. */
export const chromiumOptions = async () => ({
  executablePath: await sparticuz.executablePath(),
  args: [
    // Not the package's own: they switch web security off and run everything in one process.
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  headless: true,
})
