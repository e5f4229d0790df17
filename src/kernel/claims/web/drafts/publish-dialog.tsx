import { useMemo, useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { TOLERANCE } from '../../rules/numbers/ranges.ts'
import { judgeParagraphs, unexplained, type Judged } from '../../rules/texts/judge-paragraphs.ts'
import type { DraftParagraph } from '../../shapes-drafts.ts'
import { markStatus } from '../mark-status.ts'
import type { Draft } from './use-draft-desk.ts'
import { messages } from './messages.ts'

type PublishProps = {
  draft: Draft
  paragraphs: readonly DraftParagraph[]
  catalogue: Catalogue
  onClose: () => void
}

const nameOf = ({ paragraph, finding: { words } }: Judged) => `${paragraph} ${words}`

/** What will be frozen, and every number that does not hold: each needs the reason why it stands all the same. */
export function PublishDialog({ draft, paragraphs, catalogue, onClose }: PublishProps) {
  const t = useText()
  const toast = useToast()
  const publish = useCommand(claims.publishDraft, ['work', 'review', 'figures'])
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const judged = useMemo(
    () => judgeParagraphs(paragraphs, { ...catalogue, tolerance: TOLERANCE }),
    [paragraphs, catalogue],
  )
  const open = unexplained(judged, [])
  const bound = judged.filter(({ finding }) => finding.bound !== null).length
  const submit = async () => {
    const explained = open.map((one) => ({
      paragraph: one.paragraph,
      words: one.finding.words,
      reason: reasons[nameOf(one)] ?? '',
    }))
    await publish.mutateAsync({ id: draft.id, revision: draft.revision, explained })
    toast({ text: t(messages.publishedNow) })
    onClose()
  }
  return (
    <Dialog
      title={t(messages.publish)}
      size={open.length > 0 ? 'large' : 'normal'}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form onSubmit={() => void submit().catch(() => undefined)}>
        <p>{t(messages.publishText, { count: bound, all: judged.length })}</p>
        {open.length > 0 && <p>{t(messages.explainText, { count: open.length })}</p>}
        {open.map((one) => (
          <div key={nameOf(one)} className="draft-explain">
            <p>
              <strong lang="zh-CN">{one.finding.words}</strong>{' '}
              <StatusBadge status={markStatus[one.finding.mark]}>{t(messages[one.finding.mark])}</StatusBadge>
            </p>
            <ul className="draft-hint">
              {one.finding.lines.map((line) => (
                <li key={line.zh}>{t(line)}</li>
              ))}
            </ul>
            <TextArea
              label={t(messages.whyItStands, { words: one.finding.words })}
              value={reasons[nameOf(one)] ?? ''}
              onChange={(reason) => setReasons((before) => ({ ...before, [nameOf(one)]: reason }))}
              minLength={4}
              rows={2}
              isRequired
            />
          </div>
        ))}
        {publish.error && <Refused error={publish.error} />}
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={publish.isPending}>
            {t(messages.publish)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
