import { useMemo } from 'react'
import { holdsSomewhere, useMe } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import type { Text } from '#platform/text.ts'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { DataColumn } from '#ui/table/table-types.ts'
import { partnerMessages as messages } from './messages.ts'

/** Of a route or a reader: since when it is no longer in service, and the words for that. */
type Ending<Row> = {
  readonly dayOf: (row: Row) => string | null
  /** With `{day}`. */
  readonly ended: Text
  readonly end: Text
}

/** Whether it still runs, and for whoever may, the button that ends it. `ending` is the same from call to call. */
export function useEndingColumns<Row>(
  ending: Ending<Row>,
  onEnd: (row: Row) => void,
): readonly DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  const mayEnd = holdsSomewhere(useMe().data, 'green-travel.run')
  return useMemo(
    () => [
      {
        id: 'state',
        header: t(messages.state),
        value: (row: Row) => ending.dayOf(row) ?? t(messages.running),
        cell: (row: Row) => {
          const day = ending.dayOf(row)
          return day === null ? (
            <StatusBadge status="good">{t(messages.running)}</StatusBadge>
          ) : (
            <StatusBadge status="quiet">{t(ending.ended, { day: format.date(day) })}</StatusBadge>
          )
        },
        width: 170,
      },
      ...(mayEnd
        ? [
            {
              id: 'actions',
              header: t(messages.actions),
              value: () => null,
              cell: (row: Row) =>
                ending.dayOf(row) === null && (
                  <Button variant="quiet" onPress={() => onEnd(row)}>
                    {t(ending.end)}
                  </Button>
                ),
              width: 90,
            },
          ]
        : []),
    ],
    [t, format, mayEnd, ending, onEnd],
  )
}
