'use client'

import { Broken } from '../admin/broken/broken.tsx'

/** The same where all that is around the views failed, which has the admin's styles. */
export default function BrokenAll() {
  return (
    <html lang="da" style={{ colorScheme: 'light dark' }}>
      <head>
        <title>Siden kan ikke vises</title>
      </head>
      <body>
        <Broken />
      </body>
    </html>
  )
}
