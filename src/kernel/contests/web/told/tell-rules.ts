import type { Translate } from '#ui/i18n/language.tsx'
import type { Formatters } from '#ui/i18n/use-format.ts'
import type { ContestRules } from '../../shapes.ts'
import { messages } from '../messages.ts'
import type { Category, RoundRules } from '../types.ts'
import { toldMessages as told } from './messages.ts'

export type ToldPart = { readonly title: string; readonly lines: readonly string[] }

/** What the rules say in plain sentences; the form, the desk and the public read the same ones. */
export function tellRules(rules: ContestRules, t: Translate, format: Formatters): ToldPart[] {
  return [
    { title: t(told.when), lines: [tellPeriod(rules, t, format)] },
    { title: t(told.who), lines: tellWho(rules, t) },
    {
      title: t(told.what),
      lines: [...rules.categories.map((one) => tellCategory(one, t, format)), t(told.consent)],
    },
    { title: t(told.judged), lines: tellJudging(rules, t, format) },
    { title: t(told.prizes), lines: tellPrizes(rules, t) },
    { title: t(told.after), lines: [t(told.notice, { days: rules.noticeWorkingDays }), t(told.verify)] },
  ]
}

/** Sentences after each other: Chinese ones stand without a space. */
const joined = (t: Translate, sentences: readonly (string | false)[]) =>
  sentences.filter((one) => one !== false).join(t(told.gap))

const tellPeriod = ({ entriesFrom, entriesUntil }: ContestRules, t: Translate, format: Formatters) =>
  t(told.period, {
    from: format.dateTime(entriesFrom, 'long'),
    until: format.dateTime(entriesUntil, 'long'),
  })

function tellWho({ mayEnter, teamMax, perUnitMax }: ContestRules, t: Translate): string[] {
  const kinds = mayEnter.map((kind) => t(messages[kind])).join(t(told.list))
  return [
    joined(t, [t(told.mayEnter, { kinds }), mayEnter.includes('team') && t(told.team, { max: teamMax })]),
    t(told.once),
    perUnitMax === null ? t(told.anyNumber) : t(told.perUnit, { max: perUnitMax }),
  ]
}

function tellCategory({ name, media }: Category, t: Translate, format: Formatters): string {
  if (media.kind === 'text') return t(told.text, { name, max: media.charactersMax })
  const { maxSeconds, resolution, maxBytes } = media.video
  const isWhole = maxSeconds % 60 === 0
  const length = isWhole
    ? t(told.minutes, { count: maxSeconds / 60 })
    : t(told.seconds, { count: maxSeconds })
  return t(told.video, { name, length, resolution: t(told[resolution]), size: tellBytes(maxBytes, format) })
}

const MEGABYTE = 1024 ** 2

const tellBytes = (bytes: number, format: Formatters): string =>
  bytes >= 1024 * MEGABYTE
    ? `${format.number(Math.round((10 * bytes) / (1024 * MEGABYTE)) / 10)} GB`
    : `${format.number(Math.round(bytes / MEGABYTE))} MB`

function tellJudging(rules: ContestRules, t: Translate, format: Formatters): string[] {
  return [
    ...rules.rounds.map((round) => tellRound(round, t, format)),
    ...(rules.rounds.some(({ judging }) => judging !== null) ? [t(told.daysRemind)] : []),
    t(rules.isAnonymous ? told.anonymous : told.named),
    t(told.conflict),
    t(told.sealed),
    tellTies(rules, t),
  ]
}

function tellRound(
  { name, judging, judgesPerEntry, criteria, trimming, advancing }: RoundRules,
  t: Translate,
  format: Formatters,
): string {
  const [only] = criteria
  const parts =
    criteria.length === 1
      ? t(told.wholeScore, { name: only!.name, max: only!.pointsMax / 100 })
      : criteria
          .map((one) => t(told.criterion, { name: one.name, max: one.pointsMax / 100, weight: one.weight }))
          .join(t(told.list))
  return joined(t, [
    t(told.round, { name, judges: judgesPerEntry, criteria: parts }),
    judging !== null && tellDays(judging, t, format),
    t(trimming === 'one-each' ? told.trimmed : told.mean),
    advancing !== null && t(told.advancing, { count: advancing }),
  ])
}

function tellDays(
  { from, until }: NonNullable<RoundRules['judging']>,
  t: Translate,
  format: Formatters,
): string {
  const shown = { from: format.date(from, 'long'), until: format.date(until, 'long') }
  return t(from === until ? told.judgedDay : told.judgedDays, shown)
}

function tellTies({ tieCriteria, rounds }: ContestRules, t: Translate): string {
  const names = new Map(rounds.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name] as const)))
  const criteria = tieCriteria.map((id) => names.get(id) ?? id).join(t(told.list))
  return joined(t, [criteria !== '' && t(told.tie, { criteria }), t(told.tieLast)])
}

function tellPrizes({ awards, organisationPrize, recommendation }: ContestRules, t: Translate): string[] {
  const named = awards.map(({ name, count }) =>
    count === null ? t(told.awardRest, { name }) : t(told.award, { name, count }),
  )
  const lines = [t(told.awards, { awards: named.join(t(told.list)) })]
  if (organisationPrize !== null) {
    const points = awards
      .filter(({ id }) => (organisationPrize.pointsPerAward[id] ?? 0) > 0)
      .map(({ id, name }) => t(told.awardPoints, { name, points: organisationPrize.pointsPerAward[id]! }))
      .join(t(told.list))
    const { name, count, pointsPerEntry } = organisationPrize
    lines.push(t(told.organisation, { name, count, entry: pointsPerEntry, points }))
  }
  if (recommendation !== null) lines.push(t(told.recommended, recommendation))
  return lines
}
