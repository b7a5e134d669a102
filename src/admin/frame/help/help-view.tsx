import type { AdminViewServerProps } from 'payload'
import { AdminView } from '../admin-view.tsx'
import { HELP_ADDRESS } from './help-address.ts'
import css from './help.module.css'
import { readHelp } from './read-help.ts'

/** A page of the admin: each task of an editor, step by step. */
export const HelpView = (view: AdminViewServerProps) => (
  <AdminView view={view} address={HELP_ADDRESS} title="Hjælp" className={css.view}>
    <Help />
  </AdminView>
)

async function Help() {
  const { tasks, html } = await readHelp()
  return (
    <div className={css.columns}>
      <nav aria-labelledby="help-tasks" className={css.tasks}>
        <h2 id="help-tasks">Opgaver</h2>
        <ul>
          {tasks.map(({ name, title }) => (
            <li key={name}>
              <a href={`#${name}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.text} dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
}
