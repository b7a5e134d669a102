import sparticuz from '@sparticuz/chromium'

/** How to start the Chromium that comes with the npm packages. */
export const chromiumOptions = async () => ({
  executablePath: await sparticuz.executablePath(),
  args: [
    ...sparticuz.args,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
  headless: true,
})
