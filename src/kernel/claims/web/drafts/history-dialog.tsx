import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import type { Draft } from './use-draft-desk.ts'
import { messages } from './messages.ts'

type HistoryProps = {
  draft: Draft
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onUse: (content: DraftContent) => void
}

/** Versions that were kept, to read and to go back to. Going back is a change like any other, and can be undone. */
export function HistoryDialog({ draft, onUse, ...dialog }: HistoryProps) {
  const t = useText()
  const format = useFormat()
  const [revision, setRevision] = useState<number | null>(null)
  const version = useAnswer(
    claims.getDraftVersion,
    { id: draft.id, revision: revision ?? 1 },
    { enabled: revision !== null },
  )
  return (
    <Dialog title={t(messages.history)} size="large" {...dialog}>
      <Select
        label={t(messages.history)}
        options={draft.versions.map((one) => ({
          id: String(one.revision),
          label: t(messages.historyOf, { name: one.savedByName, moment: format.relative(one.savedAt) }),
        }))}
        value={revision === null ? null : String(revision)}
        onChange={(id) => setRevision(Number(id))}
      />
      {revision === null ? (
        <p>{t(messages.noVersion)}</p>
      ) : (
        <Answered to={version}>
          {({ content }) => (
            <>
              <div className="draft-version ui-prose" lang="zh-CN">
                <h3>{content.title}</h3>
                {content.paragraphs.map(({ text }, at) => (
                  <p key={at}>{text}</p>
                ))}
              </div>
              {draft.mayWrite && (
                <div className="ui-dialog-actions">
                  <Button
                    onPress={() => {
                      onUse(content)
                      dialog.onOpenChange(false)
                    }}
                  >
                    {t(messages.useVersion)}
                  </Button>
                </div>
              )}
            </>
          )}
        </Answered>
      )}
    </Dialog>
  )
}
