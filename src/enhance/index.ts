import { copyLink } from './copy-link.ts'
import { findContactsWhileTyping } from './find-contacts.ts'
import { keepFresh } from './live.ts'
import { openTarget } from './open-target.ts'
import { suggestWhileTyping } from './suggest.ts'

for (const section of document.querySelectorAll<HTMLElement>('[data-contacts]'))
  findContactsWhileTyping(section)
const search = document.querySelector<HTMLFormElement>('[data-suggest]')
if (search) suggestWhileTyping(search)
if (document.querySelector('[data-live]')) keepFresh()
openTarget()
const copy = document.querySelector<HTMLButtonElement>('[data-copied]')
if (copy) copyLink(copy)
