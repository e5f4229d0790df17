import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import type { Catalogue } from '../../rules/drafts/check-sentence.ts'
import type { Offer } from '../../rules/drafts/finding.ts'
import type { Marked } from './editor/findings.ts'
import type { DraftEditor } from './editor/make-editor.ts'
import { messages } from './messages.ts'

type ActionsProps = {
  marked: Marked
  editor: DraftEditor | null
  catalogue: Catalogue
  isReadOnly: boolean
}

/** Why a number is marked, and what one press makes of it. */
export function FindingActions({ marked, editor, catalogue, isReadOnly }: ActionsProps) {
  const t = useText()
  const { from, to, finding } = marked
  const [source, setSource] = useState('')
  const titleOf = (key: string) => {
    const title = catalogue.byKey.get(key)?.title
    return title === undefined ? key : t(title)
  }
  const boundTo = (figure: string) => ({ figure, asOf: catalogue.byKey.get(figure)?.asOf ?? '' })
  const apply = ({ kind, figure, words }: Offer) => {
    if (kind === 'bind') editor?.bind(from, to, boundTo(figure))
    else editor?.write(from, to, words, { bound: boundTo(figure), live: kind === 'field' })
    editor?.focus()
  }
  const labelOf = ({ kind, figure, words }: Offer) => {
    if (kind === 'bind') return t(messages.bindTo, { title: titleOf(figure) })
    return t(kind === 'words' ? messages.writeWords : messages.makeField, { words })
  }
  return (
    <div className="draft-finding-more">
      <ul>
        {finding.lines.map((line) => (
          <li key={line.zh}>{t(line)}</li>
        ))}
      </ul>
      {finding.figure !== null && catalogue.byKey.has(finding.figure) && (
        <Link href={`/report/${finding.figure}`}>{t(messages.openFigure)}</Link>
      )}
      {!isReadOnly && (
        <>
          <div className="draft-offers">
            {finding.offers.map((offer) => (
              <Button key={`${offer.kind} ${offer.figure} ${offer.words}`} onPress={() => apply(offer)}>
                {labelOf(offer)}
              </Button>
            ))}
            {finding.bound !== null && (
              <Button variant="quiet" onPress={() => editor?.bind(from, to, null)}>
                {t(messages.unbind)}
              </Button>
            )}
          </div>
          <ComboBox
            label={t(messages.chooseFigure)}
            options={catalogue.figures.map(({ key, title }) => ({ id: key, label: t(title) }))}
            onChange={(key) => key !== null && editor?.bind(from, to, boundTo(key))}
          />
          {finding.bound === null && (
            <form
              className="draft-source"
              onSubmit={(event) => {
                event.preventDefault()
                editor?.bind(from, to, { source: source.trim() })
              }}
            >
              <TextField
                label={t(messages.nameSource)}
                description={t(messages.nameSourceHint)}
                value={source}
                onChange={setSource}
                minLength={2}
                maxLength={120}
              />
              <Button type="submit" isDisabled={source.trim().length < 2}>
                {t(messages.keepSource)}
              </Button>
            </form>
          )}
        </>
      )}
    </div>
  )
}
