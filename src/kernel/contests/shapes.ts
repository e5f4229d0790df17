import { z } from 'zod'
import { videoRule } from '#kernel/files/shapes-video.ts'
import { says } from '#platform/text.ts'

/** A contest is data: whatever differs between a reading contest and an essay contest stands in `contestRules`. */
export const contestState = z.enum(['draft', 'open', 'ended'])
export const roundState = z.enum(['judging', 'closed'])
export const entryState = z.enum(['submitted', 'withdrawn'])
export const entrantKind = z.enum(['person', 'team', 'unit'])
export const templateId = z.enum(['reading', 'essay', 'speech', 'skills', 'none'])

/** A short word that stays, such as `long-video`: entries and sheets name it. */
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, says('用小写字母、数字和连字符', 'lower-case letters, digits, hyphens'))
const name = z.string().trim().min(1, says('请填写名称', 'give a name')).max(60)

/** What is handed in: `text` is written on the page, `video` is an uploaded film. */
export const mediaRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), charactersMax: z.number().int().min(10).max(50_000) }),
  z.object({ kind: z.literal('video'), video: videoRule }),
])

export const category = z.object({ id: slug, name, media: mediaRule })

/** Points are whole hundredths: 8,550 is 85.50, so that no sum is ever rounded. */
export const criterion = z.object({
  id: slug,
  name,
  /** Weights of a round's criteria add up to 100. */
  weight: z.number().int().min(1).max(100),
  pointsMax: z.number().int().min(100).max(10_000),
})

/** Days of the city's calendar, both of them days of judging. Reminders: no round opens or closes by itself. */
export const judgingDays = z.object({ from: z.iso.date(), until: z.iso.date() })

export const roundRule = z.object({
  name,
  /** Null: not said yet, as in every contest that was made before rounds had days. */
  judging: judgingDays.nullable().default(null),
  judgesPerEntry: z.number().int().min(1).max(15),
  /** `one-each`: with five scores or more exactly one highest and one lowest are left out. */
  trimming: z.enum(['none', 'one-each']),
  criteria: z.array(criterion).min(1).max(20),
  /** How many go on to the next round; null in the final. */
  advancing: z.number().int().min(1).max(5_000).nullable(),
})

/** Null: as many as are left in the final, such as merit prizes; the last award only. */
export const award = z.object({ id: slug, name, count: z.number().int().min(1).max(1_000).nullable() })

/** Units are ordered by points: so many for each entry that stood, and so many more for each award. */
export const organisationPrize = z.object({
  name,
  count: z.number().int().min(1).max(500),
  pointsPerEntry: z.number().int().min(0).max(1_000),
  pointsPerAward: z.record(slug, z.number().int().min(0).max(1_000)),
})

/** The best are put forward to a contest of the level above. */
export const recommendation = z.object({ to: name, count: z.number().int().min(1).max(1_000) })

export const contestRules = z.object({
  template: templateId,
  description: z.string().trim().max(5_000),
  entriesFrom: z.iso.datetime({ offset: true }),
  /** To the second, by the database's clock: an entry at this very moment is still in time. */
  entriesUntil: z.iso.datetime({ offset: true }),
  mayEnter: z.array(entrantKind).min(1).max(3),
  teamMax: z.number().int().min(2).max(100),
  /** Entries of one unit in one category; null: as many as come. */
  perUnitMax: z.number().int().min(1).max(1_000).nullable(),
  isAnonymous: z.boolean(),
  categories: z.array(category).min(1).max(20),
  rounds: z.array(roundRule).min(1).max(5),
  /** Criteria of the round whose means are compared, in this order, where totals are equal. */
  tieCriteria: z.array(slug).max(20),
  /** From the highest down. */
  awards: z.array(award).min(1).max(10),
  organisationPrize: organisationPrize.nullable(),
  recommendation: recommendation.nullable(),
  /** How long the result is on public notice (公示) before it stands, by the working-day calendar. */
  noticeWorkingDays: z.number().int().min(1).max(30),
})
export type ContestRules = z.output<typeof contestRules>
export type RoundRule = z.output<typeof roundRule>

export const title = z.string().trim().min(2, says('名称至少两个字', 'at least 2 characters')).max(80)
/** Of a work: 《春》 is one. */
export const entryTitle = z.string().trim().min(1, says('请填写作品名称', 'give the title')).max(80)
export const reason = z.string().trim().min(2, says('请写明理由', 'say why')).max(500)

/** Somebody seen or heard in an entry. A minor needs a guardian who agrees. */
export const participant = z.object({
  name: z.string().trim().min(1, says('请填写姓名', 'give the name')).max(40),
  hasConsented: z.boolean(),
  /** A purpose of its own (PIPL, articles 14, 25 and 29): the work may be shown to everybody where it has an award. */
  agreesToPublication: z.boolean().default(false),
  isMinor: z.boolean().default(false),
  guardianName: z.string().trim().max(40).default(''),
})

export const points = z.record(z.string(), z.number().int().min(0).max(10_000))

/** A number as it is: numerator and denominator in decimal digits, and rounded half up to two places to be read. */
export const exact = z.object({ numerator: z.string(), denominator: z.string(), shown: z.string() })

/** Everything that a stranger needs to count a closed round again; entries and judges by number only. */
export const roundRecord = z.object({
  roundId: z.uuid(),
  rule: roundRule,
  tieCriteria: z.array(z.string()),
  /** SHA-256 over the commitments in their order, one a line. */
  listDigest: z.string(),
  commitments: z.array(z.string()).max(200_000),
  sheets: z
    .array(
      z.object({
        entry: z.number().int(),
        judge: z.number().int(),
        points,
        nonce: z.string(),
        commitment: z.string(),
      }),
    )
    .max(200_000),
  ranking: z.array(z.object({ entry: z.number().int(), rank: z.number().int(), mean: exact })).max(20_000),
  /** Ties across the edge of a quota that no rule broke: the order a person gave them, from the better down, and why. */
  tieDecisions: z
    .array(
      z.object({ entries: z.array(z.number().int()).max(200), reason: z.string(), decidedOn: z.iso.date() }),
    )
    .max(1_000),
})
export type RoundRecord = z.output<typeof roundRecord>
