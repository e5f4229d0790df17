import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { greenTravel } from '../../../../contract.ts'
import { CompanyField, useCompany } from '../use-company.tsx'
import { rideMessages as messages } from './messages.ts'
import { FoundRide } from './found-ride.tsx'

type Asked = { readonly voucher: number; readonly counter: number }

/**
 * One ride as evidence: a dispute or a flag names it, in words or by the address, and here it is looked at, reversed, or its
 * voucher revoked.
 */
export default function RidePage() {
  const t = useText()
  const company = useCompany()
  const [asked, setAsked] = useState<Asked | undefined>(() => askedBy(company.search))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = (data: FormData) => {
    const [voucher, counter] = ['voucher', 'counter'].map((name) => String(data.get(name) ?? '').trim())
    const found = {
      ...(!isNumber(voucher) && { voucher: t(messages.needNumbers) }),
      ...(!isNumber(counter) && { counter: t(messages.needNumbers) }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) setAsked({ voucher: Number(voucher), counter: Number(counter) })
  }
  return (
    <>
      <PageHeader title={t(messages.title)} summary={t(messages.summary)} />
      <div className="ui-stack">
        <Card title={t(messages.find)}>
          <CompanyField {...company} />
          <Form onSubmit={submit} errors={errors}>
            <TextField
              name="voucher"
              label={t(messages.voucher)}
              description={t(messages.voucherHint)}
              inputMode="numeric"
              defaultValue={asked?.voucher.toString() ?? ''}
            />
            <TextField
              name="counter"
              label={t(messages.counter)}
              inputMode="numeric"
              defaultValue={asked?.counter.toString() ?? ''}
            />
            <Button type="submit" variant="primary">
              {t(messages.find)}
            </Button>
          </Form>
        </Card>
        {asked !== undefined && company.company !== undefined && (
          <Found companyUnit={company.company.unit} {...asked} />
        )}
      </div>
    </>
  )
}

const isNumber = (text: string | null | undefined) => /^\d{1,15}$/.test(text ?? '')

function askedBy(search: URLSearchParams): Asked | undefined {
  const [voucher, counter] = [search.get('voucher'), search.get('counter')]
  return isNumber(voucher) && isNumber(counter)
    ? { voucher: Number(voucher), counter: Number(counter) }
    : undefined
}

function Found(asked: Asked & { readonly companyUnit: string }) {
  const answer = useAnswer(greenTravel.findRide, asked)
  return <Answered to={answer}>{(ride) => <FoundRide asked={asked} ride={ride} />}</Answered>
}
