import { Temporal } from 'temporal-polyfill'
import { now, siteUrl } from '../../web/handover.ts'
import { momentWords } from '../documents/trail/moment.ts'
import css from './dashboard.module.css'
import type { Asker } from './documents.ts'
import { OutsideFaults } from './outside.tsx'
import { readOutsideFaults } from './read-outside.ts'
import { readDeadLinks, readDrafts, readToConfirm, type WaitingDraft } from './read-waiting.ts'
import { Item, Section } from './section.tsx'

/** What somebody must do something about. */
export async function Waiting({ asker }: { asker: Asker }) {
  const [drafts, toConfirm, deadLinks, outsideFaults] = await Promise.all([
    readDrafts(asker),
    readToConfirm(now(), asker),
    readDeadLinks(siteUrl(), asker),
    readOutsideFaults(siteUrl(), asker),
  ])
  const isEmpty = [drafts, toConfirm, deadLinks, outsideFaults].every(({ length }) => length === 0)
  return (
    <>
      {isEmpty && (
        <p className={css.empty}>
          Ingen kladder venter, alle links virker, og intet mangler at blive bekræftet.
        </p>
      )}
      <Section id="own-drafts" heading="Dine kladder">
        {drafts.filter(({ by }) => by === asker.user.name).map(draftItem)}
      </Section>
      <Section
        id="dead-links"
        heading="Links, der ikke fører nogen steder hen"
        words="Der er ingen side eller fil på adressen. Ret linket, eller vælg siden i stedet for at skrive adressen."
      >
        {deadLinks.map(({ name, address, urls, isPublic }) => (
          <Item key={`${address} ${isPublic}`} name={name} address={address}>
            {urls.join(', ')}
            {!isPublic && ' (i en kladde)'}
          </Item>
        ))}
      </Section>
      <OutsideFaults faults={outsideFaults} />
      <Section
        id="to-confirm"
        heading="Skal bekræftes"
        words="Bekræft det, og slet teksten i »Skal bekræftes«."
      >
        {toConfirm.map(({ name, address, note }) => (
          <Item key={`${address} ${note}`} name={name} address={address}>
            {note}
          </Item>
        ))}
      </Section>
      <Section id="others-drafts" heading="Andres kladder">
        {drafts.filter(({ by }) => by !== asker.user.name).map(draftItem)}
      </Section>
    </>
  )
}

const draftItem = ({ name, address, at, by, isChange }: WaitingDraft) => (
  <Item key={address} name={name} address={address}>
    {isChange ? 'Ændring af noget offentligt' : 'Ikke offentlig'}, gemt{by !== null && ` af ${by}`}{' '}
    {momentWords(Temporal.Instant.fromEpochMilliseconds(at.getTime()))}
  </Item>
)
