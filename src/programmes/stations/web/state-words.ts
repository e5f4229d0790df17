import type { Status } from '#ui/data/status-badge.tsx'
import type { Text } from '#ui/i18n/text.ts'

/** The states of an application, as both faces say them. */
export const applicationWords: Readonly<Record<string, { readonly text: Text; readonly status: Status }>> = {
  keeper: { text: { zh: '等管理员同意', en: 'Waiting for the keeper' }, status: 'info' },
  checking: { text: { zh: '县区初审', en: 'Checked by the county' }, status: 'info' },
  returned: { text: { zh: '退回补正', en: 'Returned for correction' }, status: 'warn' },
  deciding: { text: { zh: '市总审批', en: 'Decided by the city' }, status: 'info' },
  granted: { text: { zh: '已批准', en: 'Granted' }, status: 'good' },
  refused: { text: { zh: '未批准', en: 'Refused' }, status: 'bad' },
  withdrawn: { text: { zh: '已撤回', en: 'Taken back' }, status: 'quiet' },
}
