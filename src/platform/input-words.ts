import type { z } from 'zod'
import { says } from './text.ts'

type RawIssue = Parameters<NonNullable<z.core.$ZodErrorMap>>[0]

/**
 * What is wrong with one field, as a person would say it, with what is accepted; undefined for the rare kinds that
 * Zod's own words serve. A check of a contract that has words of its own (`says`) does not come here.
 */
export function plainWords(issue: RawIssue): string | undefined {
  if (issue.code === 'invalid_type') return wrongType(issue)
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_format')
    return formats[issue.format] ?? says('格式不对。', 'The form is not right.')
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    return says(`只能是：${values.join('、')}。`, `One of: ${values.join(', ')}.`)
  }
  if (issue.code === 'unrecognized_keys')
    return says(`没有这一项：${issue.keys.join('、')}。`, `There is no such field: ${issue.keys.join(', ')}.`)
  return undefined
}

const missing = says('请填写。', 'Fill this in.')

const types: Readonly<Record<string, string>> = {
  string: says('这里要填文字。', 'Give a text.'),
  number: says('这里要填数字。', 'Give a number.'),
  int: says('这里要填整数。', 'Give a whole number.'),
  boolean: says('这里只有是或否。', 'Say yes or no.'),
  array: says('这里是一个列表。', 'Give a list.'),
  date: says('这里要填日期。', 'Give a date.'),
}

const formats: Readonly<Record<string, string>> = {
  uuid: says('编号不对，请从列表中选。', 'This is no id; choose from the list.'),
  email: says('邮箱地址不对，例如 name@example.cn。', 'This is no mail address, such as name@example.cn.'),
  url: says('网址不对，要以 https:// 开头。', 'This is no address; it begins with https://.'),
  date: says('日期请写成 2026-11-28 的样子。', 'Write the day as 2026-11-28.'),
  datetime: says(
    '时间请写成 2026-11-28T09:00:00+08:00 的样子。',
    'Write the moment as 2026-11-28T09:00:00+08:00.',
  ),
}

function wrongType(issue: RawIssue & { code: 'invalid_type' }): string | undefined {
  return issue.input === undefined || issue.input === null ? missing : types[issue.expected]
}

/** Characters, entries or a value: what the bound counts. */
const countsOf = (origin: string) =>
  ({ string: ['个字', 'characters'], array: ['项', 'entries'], set: ['项', 'entries'] })[origin]

function tooSmall({ origin, minimum, inclusive }: RawIssue & { code: 'too_small' }): string | undefined {
  const counts = countsOf(origin)
  if (counts !== undefined && Number(minimum) <= 1) return missing
  if (counts !== undefined) return says(`至少${minimum}${counts[0]}。`, `At least ${minimum} ${counts[1]}.`)
  if (inclusive === false) return says(`要大于${minimum}。`, `More than ${minimum}.`)
  return says(`不能小于${minimum}。`, `Not less than ${minimum}.`)
}

function tooBig({ origin, maximum, inclusive }: RawIssue & { code: 'too_big' }): string | undefined {
  const counts = countsOf(origin)
  if (counts !== undefined) return says(`最多${maximum}${counts[0]}。`, `At most ${maximum} ${counts[1]}.`)
  if (inclusive === false) return says(`要小于${maximum}。`, `Less than ${maximum}.`)
  return says(`不能大于${maximum}。`, `Not more than ${maximum}.`)
}
