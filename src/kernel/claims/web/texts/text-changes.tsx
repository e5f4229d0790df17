import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { messages } from './messages.ts'
import type { PublishedText } from './text-page.tsx'

type ChangesProps = { text: PublishedText; changes: NonNullable<PublishedText['changes']> }

/** Why it was corrected, number by number and word by word. */
export function TextChanges({ text: { id, version, reason }, changes }: ChangesProps) {
  const t = useText()
  return (
    <ReportSection title={t(messages.isCorrection)}>
      <p>
        {t(messages.why, { reason })}{' '}
        <Link href={`/texts/${id}?version=${version - 1}`}>{t(messages.toBefore)}</Link>
      </p>
      {changes.numbers.length > 0 && (
        <ul className="texts-changed-numbers">
          {changes.numbers.map(({ title, before, after }) => (
            <li key={title.zh}>
              {t(messages.numberChanged, {
                title: t(title),
                before: before ?? t(messages.nothing),
                after: after ?? t(messages.nothing),
              })}
            </li>
          ))}
        </ul>
      )}
      <div className="texts-diff" lang="zh-CN">
        {changes.paragraphs.map((pieces, at) => (
          <p key={at}>
            {pieces.map(({ kind, text }, place) =>
              kind === 'same' ? (
                text
              ) : kind === 'removed' ? (
                <del key={place}>
                  <span className="ui-hidden">{t(messages.removed)}</span>
                  {text}
                </del>
              ) : (
                <ins key={place}>
                  <span className="ui-hidden">{t(messages.added)}</span>
                  {text}
                </ins>
              ),
            )}
          </p>
        ))}
      </div>
    </ReportSection>
  )
}
