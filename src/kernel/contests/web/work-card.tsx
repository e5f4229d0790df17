import type { z } from 'zod'
import { Card } from '#ui/data/card.tsx'
import { FilmPlayer } from '#ui/film/film-player.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { film } from '../contract-entries.ts'
import { messages } from './judge/messages.ts'

type WorkCardProps = {
  readonly heading: string
  readonly note: string
  /** Names the film for a screen reader. */
  readonly label: string
  readonly body: string | null
  readonly film: z.output<typeof film> | null
}

const plays = {
  'small-copy': messages.small,
  original: messages.original,
  waiting: messages.waiting,
} as const

/** What was handed in: a text to read or a film to play. */
export function WorkCard({ heading, note, label, body, film: shown }: WorkCardProps) {
  const t = useText()
  return (
    <Card>
      <div className="ui-stack">
        <div>
          <h2>{heading}</h2>
          <p className="ui-hint">{note}</p>
        </div>
        {shown !== null && (
          <FilmPlayer
            src={shown.videoAddress}
            poster={shown.posterAddress}
            label={label}
            width={shown.width}
            height={shown.height}
            seconds={shown.seconds}
          >
            {t(plays[shown.plays])}
            {!shown.playsEverywhere && ` · ${t(messages.noHevc)}`}
          </FilmPlayer>
        )}
        {body !== null && <Words text={body} />}
      </div>
    </Card>
  )
}

/** A text as it was written: its paragraphs, and nothing of it read as markup. */
function Words({ text }: { text: string }) {
  return (
    <div className="ui-prose">
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index}>{line.trim()}</p>
        ))}
    </div>
  )
}
