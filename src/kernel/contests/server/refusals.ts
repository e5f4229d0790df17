import { conflict, type Failure } from '#platform/failures.ts'

const refusal = (code: string, zh: string, en: string) => () => conflict(code, { zh, en })

/** What the database refuses, in words. */
export const refusals: Readonly<Record<string, () => Failure>> = {
  entry_once: refusal(
    'entered-already',
    '您在这个组别已经有一件作品。要换作品，请先撤回原来的。',
    'You have an entry in this category; withdraw it first.',
  ),
  entry_unit_once: refusal(
    'unit-entered-already',
    '这个单位在这个组别已经有一件作品。',
    'This unit has an entry in this category.',
  ),
  judge_once: refusal('judge-twice', '这个人已经是评委。', 'This person is on the panel already.'),
  round_contest_id_no_key: refusal('round-opened', '这一轮已经开始。', 'This round has been opened already.'),
  sheet_pkey: refusal(
    'sheet-submitted',
    '这份评分已经提交，不能再改。',
    'These scores were handed in and cannot change.',
  ),
  result_contest_id_no_key: refusal(
    'result-proposed',
    '结果刚刚已经送审。',
    'The result has just been handed in.',
  ),
  entry_event_pkey: refusal(
    'entry-changed',
    '这件作品刚刚有了变化，请刷新。',
    'This entry has just changed.',
  ),
}
