import type { LocatedPoint } from '../../rules/coordinates.ts'
import type { Text } from '#platform/text.ts'
import { judgeLocation } from '../roster/judge-location.ts'
import type { RosterContext } from '../roster/roster-context.ts'
import type { PointField } from './point-columns.ts'

export type PointProblem = {
  readonly field: string
  readonly code: string
  readonly severity: 'error' | 'confirm' | 'note'
  readonly reason: Text
  readonly accepted?: Text | undefined
}

export type JudgedPoint = {
  readonly row: number
  readonly name: string
  readonly problems: readonly PointProblem[]
  /** Present where no problem is an error. */
  readonly point?: { readonly name: string; readonly location: LocatedPoint; readonly persons: number }
}

const NAME_MAX = 60
const PERSONS_MAX = 1_000_000

/** One row of a file of places. The name says which; a point without coordinates cannot be used. */
export function judgePoint(
  row: number,
  values: Readonly<Partial<Record<PointField, string>>>,
  context: RosterContext,
  withPersons: boolean,
): JudgedPoint {
  const name = (values.name ?? '').slice(0, NAME_MAX)
  const placed = judgeLocation(values, context)
  const persons = withPersons ? readPersons(values.persons) : 0
  const problems: PointProblem[] = [
    ...(values.name === undefined ? [unnamed] : []),
    // On a roster a missing place is a note; here it is the point of the row. How exact a place is matters to no plan.
    ...placed.problems
      .map((one) => (one.code === 'coordinates-empty' ? unplaced : one))
      .filter(({ severity }) => severity !== 'note'),
    ...(persons === undefined ? [notPersons(values.persons)] : []),
  ]
  if (problems.some(({ severity }) => severity === 'error') || placed.location === undefined)
    return { row, name, problems }
  return { row, name, problems, point: { name, location: placed.location, persons: persons! } }
}

/** A count of people, with the commas and the 人 that people write; undefined for anything else. */
export function readPersons(written: string | undefined): number | undefined {
  const digits = (written ?? '').replaceAll(/[,，\s人]/g, '').replace(/\.0+$/, '')
  if (!/^\d{1,7}$/.test(digits)) return undefined
  const persons = Number(digits)
  return persons <= PERSONS_MAX ? persons : undefined
}

const unnamed: PointProblem = {
  field: 'name',
  code: 'name-empty',
  severity: 'error',
  reason: { zh: '这一行没有名称。', en: 'This row has no name.' },
}

const unplaced: PointProblem = {
  field: 'coordinates',
  code: 'coordinates-empty',
  severity: 'error',
  reason: {
    zh: '这一行没有坐标，算不了距离。',
    en: 'This row has no coordinates; no distance can be counted.',
  },
  accepted: { zh: '经度、纬度两列，或一列坐标', en: 'longitude and latitude, or one column of both' },
}

const notPersons = (written: string | undefined): PointProblem => ({
  field: 'persons',
  code: 'persons-not-a-count',
  severity: 'error',
  reason: { zh: `人数“${written ?? ''}”不是整数。`, en: `"${written ?? ''}" is not a count of persons.` },
  accepted: { zh: `0至${PERSONS_MAX}的整数`, en: `a whole number from 0 to ${PERSONS_MAX}` },
})
