import Link from 'next/link'
import type { ServerProps } from 'payload'
import { collectionAddress } from '../../domain/addresses.ts'
import { now } from '../../web/handover.ts'
import { missedSearches } from '../../web/missed-searches.ts'
import spoken from '../accessible/spoken.module.css'
import css from './missed-searches.module.css'

/** On the dashboard: what people searched for in vain, each with a link to add a search word. */
export async function MissedSearches({ user }: ServerProps) {
  if (!user) return null
  const misses = await missedSearches(now())
  return (
    <section className={css.misses} aria-labelledby="missed-searches">
      <h2 id="missed-searches">Søgt uden at finde noget</h2>
      <p>
        De seneste 30 dage, det hyppigste først. Vi tæller kun ordene, ikke hvem der søgte. Gem et søgeord, så
        finder de næste, hvad de leder efter.
      </p>
      {misses.length === 0 ? (
        <p>Alle har fundet noget, eller der er allerede et søgeord for det, de søgte efter.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Søgt efter</th>
              <th scope="col">Gange</th>
              <th scope="col">Hjælp</th>
            </tr>
          </thead>
          <tbody>
            {misses.map(({ query, times }) => (
              <tr key={query}>
                <th scope="row">{query}</th>
                <td>{times}</td>
                <td>
                  <Link
                    href={`${collectionAddress('search-words')}/create?${new URLSearchParams({ ord: query })}`}
                  >
                    Lav søgeord<span className={spoken.only}> for »{query}«</span>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
