import type { Text } from './text.ts'

/** What is wrong with one field of the input: why, and what would have been accepted. */
export type Problem = {
  readonly field: string
  readonly reason: Text
  readonly accepted?: Text
  /** Stable, where problems of one kind are counted or told apart: `document-eaten`. */
  readonly code?: string
}

/** A refusal that a person can understand. Anything else that is thrown is a bug. */
export class Failure extends Error {
  readonly code: string
  readonly status: number
  readonly text: Text
  readonly problems: readonly Problem[]

  constructor(status: number, code: string, text: Text, problems: readonly Problem[] = []) {
    super(`${code}: ${text.en}`)
    this.name = 'Failure'
    this.status = status
    this.code = code
    this.text = text
    this.problems = problems
  }
}

export const unauthenticated = () =>
  new Failure(401, 'unauthenticated', { zh: '请先登录。', en: 'Please sign in first.' })

export const forbidden = (permission: string) =>
  new Failure(403, 'forbidden', {
    zh: `您在这里没有所需的权限（${permission}）。`,
    en: `You do not hold the permission needed here (${permission}).`,
  })

export const notFound = (subject: Text) =>
  new Failure(404, 'not-found', {
    zh: `没有找到这个${subject.zh}，或者您无权查看。`,
    en: `This ${subject.en} was not found, or you may not see it.`,
  })

export const conflict = (code: string, text: Text) => new Failure(409, code, text)

/** Input that is well-formed but not acceptable; names the field. */
export const invalid = (code: string, problem: Problem) => new Failure(422, code, problem.reason, [problem])

export const invalidInput = (problems: readonly Problem[]) =>
  new Failure(
    422,
    'invalid-input',
    {
      zh: '有的内容填写得不对，请看每一项后的说明。',
      en: 'Some fields are not right; see the note at each.',
    },
    problems,
  )

export const tooMany = (text: Text) => new Failure(429, 'too-many', text)
