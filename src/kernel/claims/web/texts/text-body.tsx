import { Fragment } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { isShown } from '../../rules/texts/is-shown.ts'
import type { PublishedNumber, PublishedParagraph } from '../../shapes-texts.ts'
import { messages } from './messages.ts'
import type { PublishedText } from './text-page.tsx'

/** The words, each number in them leading to where it comes from. */
export function TextBody({ text: { content } }: { text: PublishedText }) {
  return (
    <article className="texts-body" lang="zh-CN">
      {content.addressee !== '' && <p className="texts-addressee">{content.addressee}：</p>}
      {content.paragraphs.map((paragraph, at) => (
        <Paragraph key={at} paragraph={paragraph} at={at} />
      ))}
      {(content.signer !== '' || content.dated !== null) && (
        <p className="texts-signature">
          {content.signer}
          {content.dated !== null && <br />}
          {content.dated !== null && dayInWords(content.dated)}
        </p>
      )}
    </article>
  )
}

function Paragraph({
  paragraph: { kind, text, numbers },
  at,
}: {
  paragraph: PublishedParagraph
  at: number
}) {
  if (kind === 'heading') return <h2>{text}</h2>
  if (kind === 'subheading') return <h3>{text}</h3>
  const shown = numbers.filter(isShown)
  return (
    <p>
      {shown.map((number, place) => (
        <Fragment key={number.start}>
          {text.slice(shown[place - 1]?.end ?? 0, number.start)}
          <NumberLink number={number} paragraph={at} />
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.end ?? 0)}
    </p>
  )
}

/** To the note on the number, which opens its figure: a phone has no place for both at once. */
function NumberLink({ number, paragraph }: { number: PublishedNumber; paragraph: number }) {
  const t = useText()
  return (
    <a
      className="texts-number"
      data-mark={number.mark}
      href={`#n${paragraph}-${number.start}`}
      title={number.figure === null ? t(messages[number.mark]) : t(number.figure.title)}
    >
      {number.words}
    </a>
  )
}

function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
