'use client'

import { RelationshipInput, useField } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent, ValueWithRelation } from 'payload'

/** Contact boxes and departments of an exception in one picker: who looks for a place need not know which of the two it is. */
export const PlacesField: RelationshipFieldClientComponent = ({ field, path, readOnly }) => {
  const boxes = useField<number[] | null>({ path })
  const departments = useField<number[] | null>({ path: 'departments' })
  const places = (read: (half: typeof boxes) => unknown): ValueWithRelation[] => [
    ...placesOf('contact-boxes', read(boxes)),
    ...placesOf('departments', read(departments)),
  ]

  return (
    <RelationshipInput
      path={path}
      label={field.label}
      description={field.admin?.description}
      required
      readOnly={readOnly || boxes.disabled}
      showError={boxes.showError}
      relationTo={['contact-boxes', 'departments']}
      filterOptions={{ ...boxes.filterOptions, ...departments.filterOptions }}
      allowCreate={false}
      hasMany
      initialValue={places(({ initialValue }) => initialValue)}
      value={places(({ value }) => value)}
      onChange={(chosen) => {
        const next = (chosen ?? []) as ValueWithRelation[]
        for (const [{ value, setValue }, slug] of [
          [boxes, 'contact-boxes'],
          [departments, 'departments'],
        ] as const) {
          const ids = next.flatMap((place) => (place.relationTo === slug ? Number(place.value) : []))
          if (ids.join() !== (value ?? []).join()) setValue(ids)
        }
      }}
    />
  )
}

/** Its documents are chosen in the picker of the contact boxes. */
export const ChosenWithBoxes = () => null

const placesOf = (relationTo: 'contact-boxes' | 'departments', ids: unknown): ValueWithRelation[] =>
  Array.isArray(ids) ? ids.map((value: number) => ({ relationTo, value })) : []
