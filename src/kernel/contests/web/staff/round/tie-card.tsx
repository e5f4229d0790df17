import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import type { RoundResult } from '../../types.ts'
import { staffMessages } from '../messages.ts'
import { roundMessages as messages } from './messages.ts'

type Row = RoundResult['rows'][number]
type TieCardProps = { readonly roundId: string; readonly quota: string; readonly rows: readonly Row[] }

/** Entries that no rule tells apart, across the edge of a quota: a person orders them and says why. */
export function TieCard({ roundId, quota, rows }: TieCardProps) {
  const t = useText()
  const toast = useToast()
  const [order, setOrder] = useState(rows)
  const [reason, setReason] = useState('')
  const decide = useCommand(contests.decideTie)
  const up = (index: number) => setOrder(order.with(index - 1, order[index]!).with(index, order[index - 1]!))
  const submit = () =>
    decide.mutate(
      { roundId, entryIds: order.map(({ entryId }) => entryId), reason },
      { onSuccess: () => toast({ text: t(messages.decided), icon: 'check' }) },
    )
  return (
    <Card title={t(messages.tieTitle, { quota })}>
      <p>{t(messages.tieWhat, { count: rows.length })}</p>
      <Allowed permission="contests.decide">
        <Form onSubmit={submit}>
          <ol className="contest-tie">
            {order.map(({ entryId, no, title, unitName, mean }, index) => (
              <li key={entryId}>
                <span>
                  <b>{title}</b>{' '}
                  <span className="ui-hint">
                    {t(staffMessages.judgeNo, { no })} · {unitName}
                  </span>
                </span>
                <span className="ui-figures">{mean.shown}</span>
                {index > 0 ? (
                  <IconButton icon="arrow-up" label={t(messages.up, { no })} onPress={() => up(index)} />
                ) : (
                  <span />
                )}
              </li>
            ))}
          </ol>
          <TextField
            label={t(messages.tieReason)}
            description={t(messages.tieReasonHint)}
            value={reason}
            onChange={setReason}
          />
          <RefusalNote failure={decide.error} />
          <div className="ui-row">
            <Button type="submit" variant="primary" isPending={decide.isPending}>
              {t(messages.decide)}
            </Button>
          </div>
        </Form>
      </Allowed>
    </Card>
  )
}
