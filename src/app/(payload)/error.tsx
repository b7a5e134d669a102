'use client'

export { Broken as default } from '../../admin/broken/broken.tsx'
