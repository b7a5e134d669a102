import type { AdminViewServerProps } from 'payload'
import { PLANNED } from '../../../domain/addresses.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import { PlannedList } from './planned-list.tsx'
import css from './planned.module.css'

/** A page of the admin: what will be published and taken down, when, and what could not be. */
export function PlannedView(view: AdminViewServerProps) {
  return (
    <AdminView view={view} address={PLANNED} title="Planlagt" className={css.view}>
      <p>
        Det, der bliver offentliggjort eller afpubliceret på et tidspunkt. Planlæg det i det enkelte dokument,
        under »Planlagt«. Det, der hører til samme sæt, sker i samme øjeblik eller slet ikke.
      </p>
      <PlannedList />
    </AdminView>
  )
}
