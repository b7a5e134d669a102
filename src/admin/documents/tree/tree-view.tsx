import type { AdminViewServerProps } from 'payload'
import { TREE } from '../../../domain/addresses.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import { PageTree } from './page-tree.tsx'
import css from './tree.module.css'

/** A page of the admin: the pages as a tree, to find, open, add and move them. */
export const TreeView = (view: AdminViewServerProps) => (
  <AdminView view={view} address={TREE} title="Sidetræ" className={css.view}>
    <PageTree />
  </AdminView>
)
