import type { Problem } from '#platform/failures.ts'
import type { RoundRule } from '../shapes.ts'
import type { Points } from './rank.ts'

const asPoints = (hundredths: number) => String(hundredths / 100)

/** A draft may be incomplete; neither draft nor sheet holds points beyond a scale or for a criterion there is not. */
export function problemsOfPoints(rule: RoundRule, points: Points, isWhole: boolean): Problem[] {
  const unknown = Object.keys(points).filter((id) => !rule.criteria.some((one) => one.id === id))
  const strange = unknown.map((id) => ({
    field: `points.${id}`,
    code: 'unknown-criterion',
    reason: { zh: `没有评分项“${id}”。`, en: `There is no criterion “${id}”.` },
  }))
  const wrong = rule.criteria.flatMap(({ id, name, pointsMax }): Problem[] => {
    const given = points[id]
    const accepted = { zh: `0至${asPoints(pointsMax)}分`, en: `0 to ${asPoints(pointsMax)}` }
    const field = `points.${id}`
    if (given === undefined && isWhole)
      return [
        {
          field,
          code: 'points-missing',
          reason: { zh: `“${name}”还没有打分。`, en: `“${name}” has no points.` },
          accepted,
        },
      ]
    if (given === undefined || (given >= 0 && given <= pointsMax)) return []
    const reason = {
      zh: `“${name}”打了${asPoints(given)}分，超出分值。`,
      en: `“${name}” has ${asPoints(given)}, beyond its scale.`,
    }
    return [{ field, code: 'points-beyond-scale', reason, accepted }]
  })
  return [...strange, ...wrong]
}
