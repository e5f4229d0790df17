import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { access } from '../contract.ts'
import { staffMessages as messages } from './staff-messages.ts'

/** What the server tried and rolled back: the same that the command does. */
export function LeavePreview({ preview }: { preview: OutputOf<typeof access.previewOffboarding> }) {
  const t = useText()
  const format = useFormat()
  const open = preview.handedOver.filter(({ count }) => count > 0)
  return (
    <>
      <Card title={t(messages.willEnd)}>
        <div className="ui-prose">
          <ul>
            {preview.grants.map((grant) => (
              <li key={grant.id}>
                {t(grant)} · {grant.organisationName}
              </li>
            ))}
          </ul>
        </div>
        <p>{t(messages.willSignOut, { count: preview.sessions })}</p>
      </Card>
      <Card title={t(messages.willHandOver, { name: preview.successorName })}>
        {open.length === 0 ? (
          <p>{t(messages.nothingOpen)}</p>
        ) : (
          <DescriptionList
            items={open.map((module) => ({ term: t(module), value: format.number(module.count) }))}
          />
        )}
      </Card>
    </>
  )
}
