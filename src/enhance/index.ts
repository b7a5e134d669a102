import { narrowWhileTyping } from './contact-filter.ts'
import { keepFresh } from './live.ts'
import { suggestWhileTyping } from './suggest.ts'

for (const section of document.querySelectorAll<HTMLElement>('[data-filter]')) narrowWhileTyping(section)
const search = document.querySelector<HTMLFormElement>('[data-suggest]')
if (search) suggestWhileTyping(search)
if (document.querySelector('[data-live]')) keepFresh()
