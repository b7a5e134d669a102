'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { KeptList } from '../documents/kept/text/kept-list.tsx'
import { keptOf, type Place } from '../documents/kept/text/store.ts'
import css from './dashboard.module.css'

/** What was typed in this browser and never saved: it is offered again where it was typed. Only the browser knows of it. */
export function KeptTexts() {
  const { user } = useAuth()
  const [places, setPlaces] = useState<Omit<Place, 'user'>[]>([])
  const id = user?.id
  useEffect(() => {
    const look = () => setPlaces(id === undefined ? [] : keptOf(localStorage, id))
    const timer = setTimeout(look)
    return () => clearTimeout(timer)
  }, [id])
  if (places.length === 0) return null
  return (
    <section className={css.section} aria-labelledby="kept-texts">
      <h2 id="kept-texts">
        Skrevet her og ikke gemt <span className={css.count}>{places.length}</span>
      </h2>
      <p>Det ligger kun i denne browser. Åbn det for at hente det frem eller kassere det.</p>
      <KeptList places={places} />
    </section>
  )
}
