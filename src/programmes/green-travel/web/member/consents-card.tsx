import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { people } from '#kernel/people/contract.ts'
import { purposes } from '#kernel/people/purposes.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { greenTravel } from '../../contract.ts'
import { messages } from './messages.ts'

/** Each purpose by itself, in its own words, agreed to by its own press (PIPL articles 23 and 29). */
export function ConsentsCard() {
  const t = useText()
  const riding = useAnswer(greenTravel.myRiding, {})
  const give = useCommand(people.giveConsent, ['green-travel'])
  const asked = riding.data?.consents ?? []
  return (
    <Card title={t(messages.consentTitle)}>
      <p>{t(messages.consentText)}</p>
      {asked.map(({ purpose: id, given }) => {
        const purpose = purposes.find((known) => known.id === id)!
        return (
          <article key={id} className="ride-consent" aria-label={t(purpose.title)}>
            <h3>{t(purpose.title)}</h3>
            <p>{t(purpose.wording)}</p>
            <Button
              variant={given ? 'quiet' : 'primary'}
              wide
              isDisabled={given || give.isPending}
              onPress={() => give.mutate({ purpose: purpose.id, version: purpose.version })}
            >
              {t(given ? messages.agreed : messages.agree)}
            </Button>
          </article>
        )
      })}
      {give.error && <p role="alert">{t(give.error.text)}</p>}
    </Card>
  )
}
