import { useCity } from '#kernel/city/client.ts'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { sitingMessages as messages } from './messages.ts'
import type { Planned } from './siting.ts'

/** The places of the plan, numbered as on the drawing. */
export function ChosenTable({ run: { plan, question } }: { readonly run: Planned }) {
  const t = useText()
  const isBuilding = question === 'build'
  const rows = plan.chosen.map((place, index) => ({ ...place, no: index + 1 }))
  if (rows.length === 0) return null
  return (
    <section className="ui-stack">
      <h2>{t(isBuilding ? messages.chosenBuild : messages.chosenClose)}</h2>
      <DataTable
        label={t(isBuilding ? messages.chosenBuild : messages.chosenClose)}
        columns={[
          {
            id: 'name',
            header: t(messages.placeName),
            value: (row) => t(messages.inPlan, { no: row.no, name: row.name }),
            isRowHeader: true,
            isFixed: true,
          },
          { id: 'near', header: t(messages.near), value: (row) => row.near, isNumber: true },
          {
            id: 'alone',
            header: t(isBuilding ? messages.aloneBuild : messages.aloneClose),
            value: (row) => row.alone,
            isNumber: true,
          },
          ...(isBuilding
            ? []
            : [
                {
                  id: 'visits',
                  header: t(messages.visits),
                  value: (row: (typeof rows)[number]) => row.checkIns90Days,
                  isNumber: true,
                },
              ]),
        ]}
        rows={rows}
        rowId={(row) => row.id}
      />
    </section>
  )
}

export function DistrictsTable({ run: { plan, question } }: { readonly run: Planned }) {
  const t = useText()
  const format = useFormat()
  const districts = useCity().data?.districts ?? []
  const nameOf = (adcode: string) => {
    const district = districts.find((one) => one.adcode === adcode)
    return district === undefined ? t(messages.elsewhere) : t(district.name)
  }
  const withShare = (part: number, whole: number) =>
    `${format.number(part)}（${format.percent(whole === 0 ? 0 : part / whole)}）`
  return (
    <section className="ui-stack">
      <h2>{t(messages.districts)}</h2>
      <DataTable
        label={t(messages.districts)}
        columns={[
          {
            id: 'district',
            header: t(messages.district),
            value: (row) => nameOf(row.adcode),
            isRowHeader: true,
            isFixed: true,
          },
          { id: 'demand', header: t(messages.persons), value: (row) => row.demand, isNumber: true },
          {
            id: 'before',
            header: t(messages.before),
            value: (row) => row.before,
            cell: (row) => withShare(row.before, row.demand),
            isNumber: true,
          },
          {
            id: 'after',
            header: t(question === 'build' ? messages.afterBuild : messages.afterClose),
            value: (row) => row.after,
            cell: (row) => withShare(row.after, row.demand),
            isNumber: true,
          },
        ]}
        rows={plan.districts}
        rowId={(row) => row.adcode}
      />
    </section>
  )
}
