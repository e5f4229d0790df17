import { StatusBadge, StatusShape } from '#ui/data/status-badge.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { PublishedNumber } from '../../shapes-texts.ts'
import { isShown } from '../../rules/texts/is-shown.ts'
import { messages as claimWords } from '../claims/messages.ts'
import { markStatus, verdictStatus } from '../mark-status.ts'
import { messages } from './messages.ts'
import type { PublishedText } from './text-page.tsx'

/** A note on each number: what the records say, for which day, and the way to them. */
export function TextNumbers({ text: { content, tolerance, standing } }: { text: PublishedText }) {
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
            <Note
              number={number}
              standing={standing.find((one) => one.paragraph === paragraph && one.start === number.start)}
            />
          </li>
        ))}
      </ol>
      {all.length > shown.length && (
        <p className="texts-quiet">{t(messages.unboundCount, { count: all.length - shown.length })}</p>
      )}
    </ReportSection>
  )
}

type NoteProps = { number: PublishedNumber; standing: PublishedText['standing'][number] | undefined }

function Note({ number: { words, mark, lines, figure, claim, source, reason }, standing }: NoteProps) {
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
        {claim != null && (
          <p className="texts-ways">
            <Link href={`/claims/${claim.id}`}>
              {t(messages.repeats, { where: t(claim.where), words: claim.words })}
            </Link>
          </p>
        )}
        {standing !== undefined && standing.verdict !== null && (
          <p className="texts-today">
            <StatusShape status={verdictStatus[standing.verdict]} />
            <Link href={`/claims/${standing.claimId}`}>
              {t(messages.today, { verdict: t(claimWords[standing.verdict]) })}
            </Link>
          </p>
        )}
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
