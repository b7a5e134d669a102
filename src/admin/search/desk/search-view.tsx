import type { AdminViewServerProps } from 'payload'
import { DESK_SEARCH } from '../../../domain/addresses.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import css from './desk-search.module.css'
import { readResultsAddress, resultsAddress } from './results-address.ts'
import { Results } from './results.tsx'

/** A page of the admin: all that a search finds, by kind. */
export function SearchView(view: AdminViewServerProps) {
  const asked = readResultsAddress(view.searchParams ?? {})
  const address = asked.q === '' ? DESK_SEARCH : resultsAddress(asked)
  return (
    <AdminView view={view} address={address} title="Søg i alt indhold" className={css.view}>
      <Results key={address} asked={asked} />
    </AdminView>
  )
}
