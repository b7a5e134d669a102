import type { AdminViewServerProps } from 'payload'
import { BIN } from '../../../domain/addresses.ts'
import { DAYS_IN_BIN } from '../../../domain/time/bin.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import { BinTable } from './bin-table.tsx'
import css from './bin.module.css'

/** A page of the admin: what was deleted, by whom and when, to bring back or to delete for ever. */
export function BinView(view: AdminViewServerProps) {
  return (
    <AdminView view={view} address={BIN} title="Papirkurv" className={css.bin}>
      <p>
        Det, der bliver slettet, ligger her i {DAYS_IN_BIN} dage. Gendan det, og det kommer tilbage, som det
        var: med tidligere versioner, viderestillinger og filer. Brugere kommer ikke i papirkurven.
      </p>
      <BinTable />
    </AdminView>
  )
}
