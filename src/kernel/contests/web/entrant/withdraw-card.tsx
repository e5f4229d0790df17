import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { useLinks } from '#ui/links/link.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { contests } from '../../contract.ts'
import { keepDraft } from './draft.ts'
import { entryMessages } from './entry-messages.ts'
import { nobody, type Entry } from './types.ts'

/** Taking back, and entering another in its place, until entries end. */
export function WithdrawCard({ entry, until }: { entry: Entry; until: string }) {
  const t = useText()
  const toast = useToast()
  const format = useFormat()
  const { navigate } = useLinks()
  const [isAsked, setAsked] = useState<'withdraw' | 'replace'>()
  const withdraw = useCommand(contests.withdrawEntry)
  const again = `/contests/${entry.contestId}/enter`
  if (!entry.mayWithdraw)
    return Date.parse(until) < Date.now() ? null : (
      <Card>
        <p>{t(entryMessages.withdrawnWhat)}</p>
        <span className="ui-row">
          <LinkButton href={again}>{t(entryMessages.enterAgain)}</LinkButton>
        </span>
      </Card>
    )
  const takeBack = () =>
    withdraw.mutate(
      { id: entry.id },
      {
        onSuccess: () => {
          toast({ text: t(entryMessages.taken) })
          if (isAsked === 'replace') {
            keepDraft(entry.contestId, draftOf(entry))
            navigate(again)
          }
          setAsked(undefined)
        },
        onError: () => setAsked(undefined),
      },
    )
  return (
    <Card title={t(entryMessages.change)}>
      <p className="entrant-small">{t(entryMessages.changeWhy, { at: format.dateTime(until) })}</p>
      {withdraw.error && <Refused error={withdraw.error} />}
      <span className="ui-row">
        <Button icon="refresh" onPress={() => setAsked('replace')}>
          {t(entryMessages.replace)}
        </Button>
        <Button variant="danger" onPress={() => setAsked('withdraw')}>
          {t(entryMessages.withdraw)}
        </Button>
      </span>
      <ConfirmDialog
        title={t(entryMessages.withdrawAsk)}
        isOpen={isAsked !== undefined}
        onOpenChange={(isOpen) => isOpen || setAsked(undefined)}
        confirmLabel={t(isAsked === 'replace' ? entryMessages.replace : entryMessages.withdraw)}
        onConfirm={takeBack}
        isDanger
        isPending={withdraw.isPending}
      >
        {t(entryMessages.withdrawWhat)}
      </ConfirmDialog>
    </Card>
  )
}

/** All but the film, so that whoever changes that types nothing again. */
const draftOf = ({ category, kind, title, body, unitId, participants }: Entry) => ({
  category,
  kind,
  title,
  body: body ?? '',
  film: null,
  posterFileId: null,
  unitId,
  people: participants.map(({ name, isMinor, guardianName }) => ({ ...nobody, name, isMinor, guardianName })),
})
