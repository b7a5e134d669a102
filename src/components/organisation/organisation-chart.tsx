import type { ChartNode } from '../../content/pages/organisation.ts'
import css from './organisation-chart.module.css'

/** An organisation as nested lists, drawn as a tree: side by side if there is room, otherwise indented. */
export function OrganisationChart({ chart }: { chart: ChartNode }) {
  return (
    <ul className={chart.children.length <= 6 ? css.wide : css.chart}>
      <Branch node={chart} />
    </ul>
  )
}

function Branch({ node }: { node: ChartNode }) {
  return (
    <li>
      <p>
        <strong>{node.name}</strong> {node.leader}
      </p>
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.name} node={child} />
          ))}
        </ul>
      )}
    </li>
  )
}
