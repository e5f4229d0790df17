import { useCity } from '#kernel/city/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { hindrances, recommendForm } from '../../../rules/founding/recommend-form.ts'
import { AdviceLines } from '../../advice-lines.tsx'
import { formWords, scopeWords } from '../../union-words.ts'
import type { StepProps } from '../apply-form.tsx'
import { factsOf } from '../draft.ts'
import { messages } from '../messages.ts'

/** Everything once more before it is sent, and what would be refused. */
export function CheckStep({ draft }: StepProps) {
  const t = useText()
  const format = useFormat()
  const district = useCity().data?.districts.find(({ adcode }) => adcode === draft.adcode)
  const today = cityDay(Date.now())
  const left = hindrances(recommendForm(factsOf(draft), today))
  return (
    <>
      <Card title={t(messages.check)}>
        <DescriptionList
          items={[
            { term: t(messages.unionName), value: draft.unionName },
            { term: t(messages.unitName), value: draft.unitName },
            { term: t(messages.unitCode), value: draft.unitCode },
            { term: t(messages.scope), value: t(scopeWords[draft.scope].text) },
            { term: t(messages.district), value: district && t(district.name) },
            { term: t(messages.stepForm), value: t(formWords[draft.form]) },
            {
              term: t(messages.members),
              value: `${format.number(draft.members)} / ${format.number(draft.workers)}`,
            },
            { term: t(messages.women), value: format.number(draft.womenMembers) },
            {
              term: t(messages.preparers),
              value: draft.people
                .map(({ name }) => name)
                .filter(Boolean)
                .join('、'),
            },
            { term: t(messages.contactName), value: `${draft.contactName} ${draft.contactPhone}` },
            { term: t(messages.grounds), value: draft.grounds },
          ]}
        />
      </Card>
      {left.length > 0 && (
        <Card title={t(messages.missing)}>
          <AdviceLines lines={left} />
        </Card>
      )}
      <p className="ui-hint">{t(messages.kept)}</p>
    </>
  )
}
