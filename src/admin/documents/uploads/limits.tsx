import { UPLOAD_LIMITS } from '../../../domain/text/uploads.ts'
import css from './uploads.module.css'

/** Beside the button that chooses a file: what can be chosen. */
export function UploadLimits() {
  return <p className={css.limits}>{UPLOAD_LIMITS}</p>
}
