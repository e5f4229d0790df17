import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { figures } from '../contract.ts'
import { useAmountText } from './figure-amount.ts'
import { staffMessages as messages } from './staff-messages.ts'

/** Every figure with today's value, how it is counted, and whom it opens to. */
export function FigureCatalogue() {
  const t = useText()
  const amountText = useAmountText()
  const report = useAnswer(figures.listFigures, {})
  const heads = [
    messages.figure,
    messages.value,
    messages.kind,
    messages.owner,
    messages.counted,
    messages.opens,
  ]
  return (
    <Answered to={report}>
      {({ rows }) => (
        <div
          className="ui-table-scroll figures-table"
          tabIndex={0}
          role="group"
          aria-label={t(messages.catalogue)}
        >
          <table className="ui-table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head.zh} scope="col">
                    {t(head)}
                  </th>
                ))}
                <Allowed permission="figures.audit">
                  <th scope="col">{t(messages.single)}</th>
                </Allowed>
              </tr>
            </thead>
            <tbody>
              {rows.map((figure) => (
                <tr key={figure.key}>
                  <th scope="row">
                    <Link href={`/report/${figure.key}`}>{t(figure.title)}</Link>
                  </th>
                  <td>{amountText(figure)}</td>
                  <td>{t(messages[figure.dimension])}</td>
                  <td>{t(figure.owner.title)}</td>
                  <td>{t(messages[figure.counted])}</td>
                  <td>{t(messages[figure.opensTo])}</td>
                  <Allowed permission="figures.audit">
                    <td>
                      <Link href={`/staff/figures/${figure.key}`}>{t(messages.openRecords)}</Link>
                    </td>
                  </Allowed>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answered>
  )
}
