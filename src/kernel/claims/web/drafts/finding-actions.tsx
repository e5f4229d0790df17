import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { ComboBox } from '#ui/controls/combo-box.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
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
export function FindingActions(props: ActionsProps) {
  const t = useText()
  const { catalogue, isReadOnly } = props
  const { finding } = props.marked
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
      {finding.bound !== null && 'claim' in finding.bound && (
        <Link href={`/claims/${finding.bound.claim}`}>{t(messages.openClaim)}</Link>
      )}
      {!isReadOnly && (
        <>
          <Offers {...props} />
          <Choices {...props} />
          {finding.bound === null && <SourceForm {...props} />}
        </>
      )}
    </div>
  )
}

const boundTo = (figure: string, { byKey }: Catalogue) => ({ figure, asOf: byKey.get(figure)?.asOf ?? '' })

function Offers({ marked: { from, to, finding }, editor, catalogue }: ActionsProps) {
  const t = useText()
  const titleOf = (key: string) => {
    const title = catalogue.byKey.get(key)?.title
    return title === undefined ? key : t(title)
  }
  const saidBy = (id: string) => {
    const claim = catalogue.claimById.get(id)
    return claim === undefined ? id : `${t(claim.where)} ${claim.words}`
  }
  const apply = (offer: Offer) => {
    if (offer.kind === 'repeat') editor?.bind(from, to, { claim: offer.claim })
    else if (offer.kind === 'bind') editor?.bind(from, to, boundTo(offer.figure, catalogue))
    else {
      const bound = boundTo(offer.figure, catalogue)
      editor?.write(from, to, offer.words, { bound, live: offer.kind === 'field' })
    }
    editor?.focus()
  }
  const labelOf = (offer: Offer) => {
    if (offer.kind === 'repeat') return t(messages.repeats, { said: saidBy(offer.claim) })
    if (offer.kind === 'bind') return t(messages.bindTo, { title: titleOf(offer.figure) })
    return t(offer.kind === 'words' ? messages.writeWords : messages.makeField, { words: offer.words })
  }
  return (
    <div className="draft-offers">
      {finding.offers.map((offer) => (
        <Button
          key={`${offer.kind} ${offer.kind === 'repeat' ? offer.claim : offer.figure} ${offer.words}`}
          onPress={() => apply(offer)}
        >
          {labelOf(offer)}
        </Button>
      ))}
      {finding.bound !== null && (
        <Button variant="quiet" onPress={() => editor?.bind(from, to, null)}>
          {t(messages.unbind)}
        </Button>
      )}
    </div>
  )
}

/** Any figure, or any number that was published before, chosen by its name. */
function Choices({ marked: { from, to }, editor, catalogue }: ActionsProps) {
  const t = useText()
  return (
    <>
      <ComboBox
        label={t(messages.chooseFigure)}
        options={catalogue.figures.map(({ key, title }) => ({ id: key, label: t(title) }))}
        onChange={(key) => key !== null && editor?.bind(from, to, boundTo(key, catalogue))}
      />
      {catalogue.claims.length > 0 && (
        <ComboBox
          label={t(messages.chooseClaim)}
          description={t(messages.chooseClaimHint)}
          options={catalogue.claims.map(({ id, title, words, where }) => ({
            id,
            label: `${t(title)} ${words} · ${t(where)}`,
          }))}
          onChange={(id) => id !== null && editor?.bind(from, to, { claim: id })}
        />
      )}
    </>
  )
}

/** Who else says it, where no record here does. */
function SourceForm({ marked: { from, to }, editor }: ActionsProps) {
  const t = useText()
  const [source, setSource] = useState('')
  return (
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
  )
}
