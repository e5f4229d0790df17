import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'

type Checked = OutputOf<typeof greenTravel.checkDifference>
type Props = { readonly id: string; readonly companyUnit: string }

/** Asked for, and not shown at once: it reads whole files, and stands in the audit log. */
export function DifferenceSignatures({ id, companyUnit }: Props) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const answer = useAnswer(greenTravel.checkDifference, { id }, { enabled: isAsked })
  if (!isAsked)
    return (
      <div className="ui-stack">
        <Button icon="search" onPress={() => setAsked(true)}>
          {t(messages.checkSignatures)}
        </Button>
        <p className="ui-hint">{t(messages.checkSignaturesHint)}</p>
      </div>
    )
  return (
    <Answered to={answer} label={t(messages.checkSignatures)}>
      {(checked) => <Result checked={checked} companyUnit={companyUnit} />}
    </Answered>
  )
}

function Result({ checked, companyUnit }: { readonly checked: Checked; readonly companyUnit: string }) {
  const t = useText()
  const format = useFormat()
  const words = ({ lines, holds, broken, unknown }: Checked['accepted']) =>
    lines === 0
      ? t(messages.checkedNone)
      : t(messages.checkedAs, {
          lines: format.number(lines),
          holds: format.number(holds),
          broken: format.number(broken),
          unknown: format.number(unknown),
        })
  return (
    <div className="ui-stack" role="status">
      <DescriptionList
        items={[
          { term: t(messages.checkedRides), value: words(checked.accepted) },
          { term: t(messages.checkedRefused), value: words(checked.refused) },
        ]}
      />
      {checked.examples.length > 0 && (
        <ul>
          {checked.examples.map(({ voucher, counter, file, line }) => (
            <li key={`${voucher} ${counter} ${line}`}>
              {line === null ? (
                <Link
                  href={`/staff/green-travel/ride?company=${companyUnit}&voucher=${voucher}&counter=${counter}`}
                >
                  {t(messages.brokenLine, { voucher, counter })}
                </Link>
              ) : (
                `${t(messages.brokenLine, { voucher, counter })} · ${file} · ${t(messages.line)} ${line}`
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
