import { useLocation, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import type { Status } from '#ui/data/status-badge.tsx'
import { Form } from '#ui/form/form.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { useLinks } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../contract.ts'
import { readCardSerial, spacedSerial } from '../../rules/card-serial.ts'
import { cardMessages } from './card-messages.ts'
import { Said } from '../said.tsx'
import type { Verified } from '../types.ts'
import './member.css'

/** For anybody who is shown a card: is it good, and is it here? No account is needed. */
export default function VerifyPage() {
  const t = useText()
  const { serial } = useParams({ strict: false })
  const search = new URLSearchParams(useLocation().searchStr)
  return (
    <MemberPage title={t(cardMessages.verifyTitle)} backHref="/">
      {serial === undefined ? <TypeIt /> : <Check key={serial} serial={serial} search={search} />}
    </MemberPage>
  )
}

/** A slip of the finger is told at once, before anything is asked. */
function TypeIt() {
  const t = useText()
  const { navigate } = useLinks()
  const [isWrong, setWrong] = useState(false)
  const check = (data: FormData) => {
    const read = readCardSerial(String(data.get('serial')))
    setWrong(read === undefined)
    if (read !== undefined) navigate(`/v/${read.serial}`)
  }
  return (
    <Form onSubmit={check} {...(isWrong && { errors: { serial: t(cardMessages.mistypedText) } })}>
      <TextField
        name="serial"
        label={t(cardMessages.typeTitle)}
        description={t(cardMessages.typeHint)}
        autoComplete="off"
        onChange={() => isWrong && setWrong(false)}
      />
      <Button type="submit" variant="primary" wide>
        {t(cardMessages.check)}
      </Button>
    </Form>
  )
}

const CODE = /^[0-9a-f]{10}$/

function Check({ serial, search }: { serial: string; search: URLSearchParams }) {
  const t = useText()
  const window = Number.parseInt(search.get('t') ?? '', 36)
  const code = search.get('c') ?? ''
  const isSigned = Number.isSafeInteger(window) && window >= 0 && window < 10_000_000_000 && CODE.test(code)
  const answer = useAnswer(membership.verifyCard, { serial, ...(isSigned && { window, code }) })
  return (
    <>
      <Answered to={answer} label={t(cardMessages.verifying)}>
        {(verified) => <Verdict verified={verified} />}
      </Answered>
      <LinkButton wide href="/v">
        {t(cardMessages.again)}
      </LinkButton>
    </>
  )
}

function Verdict({ verified }: { verified: Verified }) {
  const t = useText()
  const format = useFormat()
  const { isGood, title, text } = verdictOf(t, verified)
  return (
    <section className="membership-verdict" data-good={isGood} role="status">
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {verified.found === 'card' && (
        <>
          <DescriptionList
            items={[
              { term: t(cardMessages.holder), value: verified.maskedName },
              ...(verified.since === null
                ? []
                : [{ term: t(cardMessages.sinceTerm), value: format.date(verified.since) }]),
              { term: t(cardMessages.serial), value: spacedSerial(verified.serial ?? '') },
              { term: t(cardMessages.checkedAt), value: format.dateTime(verified.checkedAt) },
            ]}
          />
          <Shown verified={verified} />
          <p className="membership-small">{t(cardMessages.privacy)}</p>
        </>
      )}
    </section>
  )
}

function verdictOf(
  t: Translate,
  { found, standing, shown }: Verified,
): { isGood: boolean; title: string; text?: string } {
  if (found === 'mistyped')
    return { isGood: false, title: t(cardMessages.mistyped), text: t(cardMessages.mistypedText) }
  if (found === 'unknown')
    return { isGood: false, title: t(cardMessages.unknown), text: t(cardMessages.unknownText) }
  if (standing === 'none') return { isGood: false, title: t(cardMessages.notGood) }
  return {
    isGood: shown !== 'forged',
    title: t(standing === 'retained' ? cardMessages.goodRetained : cardMessages.good),
  }
}

function Shown({ verified }: { verified: Verified }) {
  const t = useText()
  const format = useFormat()
  const { status, text } = shownOf(t, format, verified)
  return <Said status={status}>{text}</Said>
}

function shownOf(
  t: Translate,
  format: Formatters,
  { shown, shownAt }: Verified,
): { status: Status; text: string } {
  if (shown === 'now') return { status: 'good', text: t(cardMessages.shownNow) }
  if (shown === 'earlier' && shownAt !== null)
    return { status: 'warn', text: t(cardMessages.shownEarlier, { time: format.dateTime(shownAt) }) }
  if (shown === 'forged') return { status: 'bad', text: t(cardMessages.shownForged) }
  if (shown === 'unsigned') return { status: 'info', text: t(cardMessages.shownUnsigned) }
  return { status: 'warn', text: t(cardMessages.shownClock) }
}
