import type { DepartmentView, LeaderView, UnitView } from '../../content/pages/organisation.ts'
import { Heading, below, type Level } from '../frame/heading.tsx'
import { PhoneLink } from '../text/link.tsx'
import { RichText } from '../text/rich-text.tsx'
import css from './department.module.css'

/** Departments one after another; if there are several, with links to each of them first. */
export function Departments({ departments, level }: { departments: DepartmentView[]; level: Level }) {
  return (
    <>
      {departments.length > 1 && (
        <ul className={css.jumps}>
          {departments.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {departments.map((department) => (
        <Department key={department.id} department={department} level={level} />
      ))}
    </>
  )
}

function Department({ department: { id, name, body, groups, leaders }, level }: DepartmentProps) {
  const inner = below(level, name)
  return (
    <section className={css.department} id={id}>
      <Heading level={level}>{name}</Heading>
      <div>
        <RichText body={body} top={inner} />
        {groups.map((group, i) => (
          <div key={i} className={css.group}>
            {group.heading && <Heading level={inner}>{group.heading}</Heading>}
            <Units units={group.units} />
          </div>
        ))}
      </div>
      {leaders && (
        <div className={css.leaders}>
          <Heading level={inner}>
            {leaders.heading}
            <span className="sr">: {name}</span>
          </Heading>
          {leaders.people.map((person) => (
            <Leader key={person.id} person={person} />
          ))}
        </div>
      )}
    </section>
  )
}

type DepartmentProps = { department: DepartmentView; level: Level }

function Units({ units }: { units: UnitView[] }) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.id} id={unit.id}>
          {unit.name}
          {unit.units.length > 0 && <Units units={unit.units} />}
        </li>
      ))}
    </ul>
  )
}

function Leader({ person }: { person: LeaderView }) {
  return (
    <p id={person.id}>
      {person.title} <strong>{person.name}</strong>
      {person.phone && (
        <span>
          {person.phone.before}
          <PhoneLink {...person.phone} />
          {person.phone.after}
        </span>
      )}
      {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
    </p>
  )
}
