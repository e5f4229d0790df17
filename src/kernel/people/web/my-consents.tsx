import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Switch } from '#ui/controls/switch.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { people } from '../contract.ts'
import type { PurposeId } from '../purposes.ts'
import type { ConsentRow } from '../shapes.ts'
import { myMessages } from './my-messages.ts'

/** One switch a purpose: withdrawing is as easy as giving (PIPL article 15). */
export function MyConsents({ rows }: { rows: readonly ConsentRow[] }) {
  const t = useText()
  return (
    <div className="ui-stack">
      <p className="ui-hint">{t(myMessages.consentsNote)}</p>
      {rows.map((row) => (
        <Consent key={row.purpose} row={row} />
      ))}
    </div>
  )
}

function Consent({ row }: { row: ConsentRow }) {
  const t = useText()
  const give = useCommand(people.giveConsent)
  const withdraw = useCommand(people.withdrawConsent)
  const purpose = row.purpose as PurposeId
  const agree = () => give.mutate({ purpose, version: row.version })
  const error = give.error ?? withdraw.error
  return (
    <div>
      <Switch
        isSelected={row.given}
        isDisabled={give.isPending || withdraw.isPending}
        description={t(row.wording)}
        onChange={(wanted) => (wanted ? agree() : withdraw.mutate({ purpose }))}
      >
        {t(row.title)}
      </Switch>
      <LastSaid row={row} />
      {row.outdated && (
        <p className="ui-row">
          {t(myMessages.outdated)}
          <Button onPress={agree}>{t(myMessages.confirmAgain)}</Button>
        </p>
      )}
      {error && <p role="alert">{t(error.text)}</p>}
    </div>
  )
}

function LastSaid({ row }: { row: ConsentRow }) {
  const t = useText()
  const format = useFormat()
  const last = row.history.at(-1)
  if (last === undefined) return null
  const sentence = last.given ? myMessages.lastGiven : myMessages.lastWithdrawn
  return <p className="ui-hint">{t(sentence, { day: format.dateTime(last.at) })}</p>
}
