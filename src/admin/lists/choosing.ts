'use client'

import { createContext } from 'react'

/** In a list that is opened to choose of it: what is chosen, in Danish. */
export const Choosing = createContext<string | null>(null)
