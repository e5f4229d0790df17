import { useEffect, useState } from 'react'
import { newCommandKey } from '#platform/client/call.ts'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { photoKindWords } from '../../../rules/certificate/words.ts'
import { TakePhoto, type TakenPhoto } from '../certificate/take-photo.tsx'
import { ChoiceChips } from '../choice-chips.tsx'
import type { VisitPicture } from '../device/outbox-item.ts'
import { dropPicture, keepPicture, readPicture } from '../device/picture-store.ts'
import type { PhotoKind, RoundStop } from '../types.ts'
import { inspectionMessages as messages } from './messages.ts'
import type { VisitDraft } from './visit-draft.ts'

type Part = RoundStop['checklist'][number]
type VisitPartProps = {
  readonly part: Part
  readonly draft: VisitDraft
  readonly onChange: (part: Partial<VisitDraft>) => void
}

/** One criterion of the standard: its questions, and the photos that show it. */
export function VisitPart({ part, draft, onChange }: VisitPartProps) {
  const t = useText()
  return (
    <Card title={t(part.title)}>
      <div className="visit-part">
        <p className="stations-small">{t(part.words)}</p>
        {part.questions.map((question) => (
          <Question key={question.id} question={question} draft={draft} onChange={onChange} />
        ))}
        {part.photos.map((what) => (
          <Photo key={what} what={what} draft={draft} onChange={onChange} />
        ))}
      </div>
    </Card>
  )
}

type QuestionProps = Omit<VisitPartProps, 'part'> & { readonly question: Part['questions'][number] }

function Question({ question: { id, words, expects }, draft, onChange }: QuestionProps) {
  const t = useText()
  const answer = draft.answers[id]
  return (
    <>
      <ChoiceChips
        label={t(words)}
        takes="one"
        choices={[
          { id: 'yes', label: t(messages.yes) },
          { id: 'no', label: t(messages.no) },
        ]}
        chosen={answer === undefined ? [] : [answer]}
        onChange={([chosen]) => chosen && onChange({ answers: { ...draft.answers, [id]: chosen } })}
      />
      {answer !== undefined && answer !== expects && (
        <p className="stations-small">
          {t(messages.wanted, { answer: t(expects === 'yes' ? messages.yes : messages.no) })}
        </p>
      )}
    </>
  )
}

type PhotoProps = Omit<VisitPartProps, 'part'> & { readonly what: PhotoKind }

function Photo({ what, draft, onChange }: PhotoProps) {
  const t = useText()
  const [hasNoRoom, setNoRoom] = useState(false)
  const known = draft.pictures.find((picture) => picture.what === what)
  const word = t(photoKindWords[what])
  const take = async ({ file, capturedAt }: TakenPhoto) => {
    const id = newCommandKey()
    setNoRoom(!(await keepPicture(id, file)))
    if (known !== undefined) void dropPicture(known.id)
    const others = draft.pictures.filter((picture) => picture.what !== what)
    onChange({ pictures: [...others, { id, what, capturedAt: capturedAt.toISOString() }] })
  }
  return (
    <>
      {known && <Picture picture={known} label={t(messages.pictureOf, { what: word })} />}
      <span className="ui-row">
        <TakePhoto
          label={t(known ? messages.retake : messages.takePhoto, { what: word })}
          onTaken={(taken) => void take(taken)}
        />
      </span>
      {hasNoRoom && (
        <p className="stations-notice" role="alert" data-status="warn">
          {t(messages.noRoom)}
        </p>
      )}
    </>
  )
}

function Picture({ picture: { id }, label }: { picture: VisitPicture; label: string }) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let isGone = false
    void readPicture(id).then((blob) => {
      if (blob === undefined || isGone) return
      made = URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      isGone = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [id])
  if (address === undefined) return null
  return (
    <ul className="visit-pictures">
      <li>
        <img src={address} alt={label} />
      </li>
    </ul>
  )
}
