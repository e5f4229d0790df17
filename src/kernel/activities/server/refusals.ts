import { conflict, type Failure } from '#platform/failures.ts'

/** What the database refuses, in words; the locks above make these rare. */
export const refusals: Readonly<Record<string, () => Failure>> = {
  sign_up_once: () =>
    conflict('signed-up-already', { zh: '您已经报名。', en: 'You have signed up already.' }),
  attendance_once: () =>
    conflict('checked-in-meanwhile', {
      zh: '刚刚有人办过这次签到，请刷新。',
      en: 'This check-in was just dealt with; look again.',
    }),
}
