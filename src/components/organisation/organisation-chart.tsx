import type { ChartNode } from '../../content/pages/organisation.ts'
import css from './organisation-chart.module.css'

/** An organisation as nested lists, drawn as a tree: sideways if there is room, otherwise indented. */
export function OrganisationChart({ chart }: { chart: ChartNode }) {
  return (
    <ul className={chart.children.length <= 6 ? css.wide : css.chart}>
      <Branch node={chart} />
    </ul>
  )
}

function Branch({ node }: { node: ChartNode }) {
  const below = (node.children.length > 0 || node.staff || node.more) && (
    <ul>
      {node.children.map((child, i) => (
        <Branch key={i} node={child} />
      ))}
      {node.staff && (
        <li>
          <p className={css.staff}>{node.staff.heading}</p>
          <ul>
            {node.staff.units.map((unit, i) => (
              <Branch key={i} node={unit} />
            ))}
          </ul>
        </li>
      )}
      {node.more && (
        <li>
          <p>{node.more}</p>
        </li>
      )}
    </ul>
  )
  return (
    <li>
      <p>
        <strong>{node.href ? <a href={node.href}>{node.name}</a> : node.name}</strong> {node.leader}
      </p>
      {node.folded === null ? (
        below
      ) : (
        <details>
          <summary>
            {node.folded}
            <span className="sr">: {node.name}</span>
          </summary>
          {below}
        </details>
      )}
    </li>
  )
}
