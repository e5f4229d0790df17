import { checkIdentity, readResidentIdFacts, type IdentityVerdict } from '#kernel/people/index-identity.ts'
import type { Problem } from '#platform/failures.ts'
import { looksEatenBySpreadsheet } from '#platform/tabular/clean-text.ts'
import { readWrittenDay } from '#platform/tabular/written-day.ts'
import { isNewForm } from '../../rules/employment.ts'
import {
  readEducation,
  readEmployment,
  readEthnicity,
  readHousehold,
  readSex,
  readSkill,
} from '../../rules/particulars.ts'
import { says } from './field-problems.ts'
import { readDocumentKind } from './read-document-kind.ts'
import type { RosterField } from './roster-columns.ts'
import type { ReadMember, RosterGround, RowProblem, RowVerdict } from './verdict.ts'

export type RowValues = Readonly<Partial<Record<RosterField, string>>>

/** Pure: one row by itself, with every problem at once. Comparing it with others is the database's matter. */
export function judgeRow(row: number, values: RowValues, ground: RosterGround): RowVerdict {
  const problems: RowProblem[] = []
  const identity = judgeIdentity(values, ground, problems)
  const organisationId = judgeUnion(values.union, ground, problems)
  const fromDay = judgeJoined(values.joinedOn, ground, problems)
  if (values.standing !== undefined && !/^(在册|正常|在会|有效|会员|是|active)$/i.test(values.standing))
    problems.push(says.notOnRoll)
  if (identity !== undefined) judgeAgainstNumber(values, identity, fromDay, ground, problems)
  const particulars = judgeParticulars(values, ground, problems)
  const isOut = problems.some(({ severity }) => severity === 'error')
  if (isOut || identity === undefined || organisationId === undefined || fromDay === undefined)
    return { row, problems }
  return { row, problems, member: { identity, organisationId, fromDay, ...particulars } }
}

type Good = NonNullable<IdentityVerdict['good']>

function judgeIdentity(values: RowValues, ground: RosterGround, problems: RowProblem[]): Good | undefined {
  const { name = '', documentNumber = '', phone } = values
  if (name === '') problems.push(says.nameMissing)
  if (documentNumber === '') problems.push(says.documentMissing)
  const documentKind = readDocumentKind(values.documentKind)
  if (documentKind === undefined) problems.push(says.documentKind)
  if (phone === undefined) problems.push(says.phoneMissing)
  const isPhoneEaten = phone !== undefined && looksEatenBySpreadsheet(phone)
  if (isPhoneEaten) problems.push(says.phoneEaten)
  const verdict = checkIdentity(
    {
      name,
      documentKind: documentKind ?? 'resident-id',
      documentNumber,
      phone: isPhoneEaten ? null : phone,
    },
    ground,
  )
  if (verdict.good === undefined) {
    problems.push(...verdict.problems.filter((it) => isWorthSaying(it, values)).map(asRowProblem))
    return undefined
  }
  const { document } = verdict.good
  if (name !== verdict.good.name && /\p{Script=Han}\s+\p{Script=Han}/u.test(name))
    problems.push(says.nameSpaced)
  if (document.kind === 'resident-id') {
    if (documentNumber.replaceAll(/\D/g, '').length === 15) problems.push(says.documentFifteen)
    else if (document.number.endsWith('000')) problems.push(says.documentThreeNoughts)
  }
  return verdict.good
}

/** What is missing was said already, in plainer words than those for what is wrong. */
const isWorthSaying = ({ field }: Problem, values: RowValues) =>
  field === 'phone' || values[field as RosterField] !== undefined

const asRowProblem = ({ field, code, reason, accepted }: Problem): RowProblem => ({
  field: field as RosterField,
  code: code ?? field,
  severity: 'error',
  reason,
  ...(accepted !== undefined && { accepted }),
})

function judgeUnion(
  written: string | undefined,
  ground: RosterGround,
  problems: RowProblem[],
): string | undefined {
  if (written === undefined) {
    if (ground.organisationId === null) problems.push(says.unionMissing)
    return ground.organisationId ?? undefined
  }
  const found = ground.unions.get(unionName(written))
  if (found === undefined) problems.push(says.unionUnknown)
  else if (found === null) problems.push(says.unionAmbiguous)
  else return found
  return undefined
}

/** Names are compared without spaces, and brackets of either width are one. */
export const unionName = (name: string): string =>
  name.replaceAll(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）')

function judgeJoined(
  written: string | undefined,
  ground: RosterGround,
  problems: RowProblem[],
): string | undefined {
  if (written === undefined) {
    problems.push(says.joinedMissing)
    return ground.defaultDay
  }
  const read = readWrittenDay(written)
  if (read === undefined) problems.push(says.joinedUnread)
  else if (read.date > ground.today) problems.push(says.joinedToCome)
  else if (read.date < '1949-10-01') problems.push(says.joinedTooEarly)
  else {
    if (read.precision !== 'day') problems.push(says.joinedMonthOnly)
    return read.date
  }
  return undefined
}

/** 10,000: any five digits may be a spreadsheet's number of a birthday from 1927 on. */
const BIRTHDAY_SERIAL_MIN = 10_000
const AGE_MIN = 16

function judgeAgainstNumber(
  values: RowValues,
  { document }: Good,
  fromDay: string | undefined,
  { today }: RosterGround,
  problems: RowProblem[],
): void {
  if (document.kind !== 'resident-id') return
  const { bornOn, sex } = readResidentIdFacts(document.number)
  const written = values.sex === undefined ? undefined : readSex(values.sex)
  if (written !== undefined && written !== sex) problems.push(says.sexContradicts)
  if (values.sex !== undefined && written === undefined) problems.push(says.sexUnread)
  if (values.bornOn !== undefined) {
    const day = readWrittenDay(values.bornOn, BIRTHDAY_SERIAL_MIN)
    if (day === undefined) problems.push(says.bornUnread)
    else if (!bornOn.startsWith(KNOWN[day.precision](day.date))) problems.push(says.bornContradicts)
  }
  const sixteenOn = `${Number(bornOn.slice(0, 4)) + AGE_MIN}${bornOn.slice(4)}`
  if (sixteenOn > today) problems.push(says.underAge)
  else if (fromDay !== undefined && sixteenOn > fromDay) problems.push(says.joinedBeforeSixteen)
}

/** As much of a birthday as was written. */
const KNOWN = {
  day: (date: string) => date,
  month: (date: string) => date.slice(0, 7),
  year: (date: string) => date.slice(0, 4),
}

type Particulars = Pick<
  ReadMember,
  'employment' | 'newForm' | 'ethnicity' | 'education' | 'skill' | 'household'
>

function judgeParticulars(values: RowValues, ground: RosterGround, problems: RowProblem[]): Particulars {
  const read = <T>(
    field: RosterField,
    reader: (written: string) => T | undefined,
    unread: RowProblem,
  ): T | null => {
    const written = values[field]
    if (written === undefined) return null
    const found = reader(written)
    if (found === undefined) problems.push(unread)
    return found ?? null
  }
  const employment = read('employment', readEmployment, says.employmentUnread)
  return {
    employment,
    newForm: isNewForm(employment ?? ground.defaultEmployment),
    ethnicity: read('ethnicity', readEthnicity, says.ethnicityUnread),
    education: read('education', readEducation, says.educationUnread),
    skill: read('skill', readSkill, says.skillUnread),
    household: read('household', readHousehold, says.householdUnread),
  }
}
