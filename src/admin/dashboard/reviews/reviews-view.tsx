import type { AdminViewServerProps } from 'payload'
import { REVIEWS } from '../../../domain/time/reviews.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import { AllReviews } from './all-reviews.tsx'
import css from './reviews.module.css'

/** A page of the admin: all that whoever looks may find to be right and is due for it. */
export function ReviewsView(view: AdminViewServerProps) {
  return (
    <AdminView view={view} address={REVIEWS} title="Skal gennemgås" className={css.view}>
      <p>
        De sider og kontaktbokse, du kan rette, og som ingen har set efter længe. Det, der bliver læst mest og
        har ventet længst, står først. Er det stadig rigtigt, så tryk på »Stadig korrekt«; ellers åbn det, og
        ret det.
      </p>
      <AllReviews />
    </AdminView>
  )
}
