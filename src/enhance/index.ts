import { narrowWhileTyping } from './contact-filter.ts'
import { keepFresh } from './live.ts'

for (const section of document.querySelectorAll<HTMLElement>('[data-filter]')) narrowWhileTyping(section)
if (document.querySelector('[data-live]')) keepFresh()
