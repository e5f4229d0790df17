import { useState } from 'react'
import { FileUpload, megabytesOf, uploadFile } from '#kernel/files/client.ts'
import { call, newCommandKey } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { contests } from '../../contract.ts'
import { messages } from './messages.ts'
import { takePoster } from './take-poster.ts'
import { lengthWords, mediaWords } from './words.ts'
import type { Category, ReadyFilm } from './types.ts'

type FilmFieldProps = {
  readonly contestId: string
  readonly category: Category
  readonly film: ReadyFilm | null
  readonly onFilm: (film: ReadyFilm | null) => void
  readonly onPoster: (fileId: string) => void
}

/** Uploaded, read by the server and held against the category's rule; what was found is said either way. */
export function FilmField({ contestId, category, film, onFilm, onPoster }: FilmFieldProps) {
  const t = useText()
  const [poster, setPoster] = useState<string | null>()
  const check = async (fileId: string, file: File) => {
    const wish = { contestId, category: category.id, fileId }
    const { facts, problems } = await call(contests.checkFilm, wish, { idempotencyKey: newCommandKey() })
    if (facts === null) {
      const said = problems.map(({ accepted, ...rest }) =>
        accepted === undefined ? rest : { ...rest, accepted },
      )
      throw new Failure(422, said[0]!.code, said[0]!.reason, said)
    }
    onFilm({ fileId, name: file.name, facts })
    void makePoster(file)
  }
  const makePoster = async (file: File) => {
    const frame = await takePoster(file)
    if (frame === undefined) return setPoster(null)
    try {
      onPoster((await uploadFile('contest-poster', frame)).fileId)
      setPoster(URL.createObjectURL(frame))
    } catch {
      // The entry is whole without one.
      setPoster(null)
    }
  }
  if (film !== null) return <Ready film={film} poster={poster} onOther={() => onFilm(null)} />
  return (
    <div id="fileId" className="ui-stack">
      <FileUpload
        purpose="contest-video"
        label={t(messages.film)}
        description={t(mediaWords(category))}
        {...(category.media.kind === 'video' && { maxBytes: category.media.video.maxBytes })}
        // Any film may be chosen: what it is the server says, in words.
        accept={['video/*']}
        onReady={({ fileId }, file) => check(fileId, file)}
      />
      <p className="entrant-small">{t(messages.filmResume)}</p>
    </div>
  )
}

type ReadyProps = {
  readonly film: ReadyFilm
  /** Null where none could be made; undefined while it is, or after a reload. */
  readonly poster: string | null | undefined
  readonly onOther: () => void
}

function Ready({ film: { facts, name }, poster, onOther }: ReadyProps) {
  const t = useText()
  return (
    <div className="entrant-film">
      {poster && <img src={poster} alt={t(messages.posterAlt)} className="entrant-poster" />}
      <div className="ui-stack">
        <StatusBadge status="good">{t(messages.filmGood)}</StatusBadge>
        <p>
          <b className="entrant-file">{name}</b>
          <br />
          {t(messages.filmFacts, {
            size: `${facts.width}×${facts.height}`,
            length: t(lengthWords(facts.seconds)),
            bytes: megabytesOf(facts.bytes),
          })}
        </p>
        {!facts.playsEverywhere && <p className="entrant-small">{t(messages.filmHevc)}</p>}
        {!facts.hasSound && <p className="entrant-small">{t(messages.filmSilent)}</p>}
        {poster !== undefined && (
          <p className="entrant-small">{t(poster === null ? messages.posterNone : messages.posterMade)}</p>
        )}
        <span className="ui-row">
          <Button onPress={onOther}>{t(messages.otherFilm)}</Button>
        </span>
      </div>
    </div>
  )
}
