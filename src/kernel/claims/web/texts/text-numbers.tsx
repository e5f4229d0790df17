import { StatusBadge } from '#ui/data/status-badge.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { PublishedNumber } from '../../shapes-texts.ts'
import { markStatus } from '../mark-status.ts'
import { messages } from './messages.ts'
import type { PublishedText } from './text-page.tsx'

/** What nobody bound, and nothing speaks against, is a word like any other. */
export const isShown = ({ figure, source, reason }: PublishedNumber): boolean =>
  figure !== null || source !== null || reason !== null

/** A note on each number: what the records say, for which day, and the way to them. */
export function TextNumbers({ text: { content, tolerance } }: { text: PublishedText }) {
  const t = useText()
  const all = content.paragraphs.flatMap(({ numbers }, paragraph) =>
    numbers.map((number) => ({ number, paragraph })),
  )
  const shown = all.filter(({ number }) => isShown(number))
  if (all.length === 0) return null
  return (
    <ReportSection
      title={t(messages.numbers)}
      lede={t(messages.numbersLede, { percent: Math.round(tolerance * 100) })}
    >
      <ol className="texts-notes">
        {shown.map(({ number, paragraph }) => (
          <li key={`${paragraph} ${number.start}`} id={`n${paragraph}-${number.start}`}>
            <Note number={number} />
          </li>
        ))}
      </ol>
      {all.length > shown.length && (
        <p className="texts-quiet">{t(messages.unboundCount, { count: all.length - shown.length })}</p>
      )}
    </ReportSection>
  )
}

function Note({ number: { words, mark, lines, figure, source, reason } }: { number: PublishedNumber }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <p>
        <strong className="texts-words" lang="zh-CN">
          {words}
        </strong>{' '}
        <StatusBadge status={markStatus[mark]}>{t(messages[mark])}</StatusBadge>
      </p>
      <div>
        <ul className="texts-lines">
          {lines.map((line) => (
            <li key={line.zh}>{t(line)}</li>
          ))}
        </ul>
        {reason !== null && <p className="texts-stands">{t(messages.stands, { reason })}</p>}
        {source !== null && lines.length === 0 && <p>{t(messages.source, { source })}</p>}
        {figure !== null && (
          <p className="texts-ways">
            <Link href={`/report/${figure.key}?asOf=${figure.asOf}`}>
              {t(messages.openFigure, { title: t(figure.title) })}
            </Link>
            <Link href={`/report/publications/${figure.publicationId}`}>
              {t(messages.frozen, { day: format.date(figure.asOf) })}
            </Link>
          </p>
        )}
      </div>
    </>
  )
}
