import { defineMessages } from '#ui/i18n/text.ts'

/** What several of the desk's pages say; each page's own words stand beside it. */
export const messages = defineMessages({
  stations: { zh: '驿站', en: 'Stations' },
  cancel: { zh: '取消', en: 'Cancel' },
  organisation: { zh: '所属组织', en: 'Organisation' },
  save: { zh: '保存', en: 'Save' },
  close: { zh: '关闭', en: 'Close' },
  edit: { zh: '修改', en: 'Edit' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '（空）', en: '(empty)' },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '会写进历史和审计记录，至少 4 个字。', en: 'Kept in the history and the audit log.' },
  reasonShort: { zh: '原因至少写 4 个字。', en: 'Give a reason of at least 4 characters.' },
  search: { zh: '搜索', en: 'Search' },
  district: { zh: '县区', en: 'District' },
  state: { zh: '状态', en: 'State' },
  level: { zh: '级别', en: 'Level' },
  late: { zh: '已超时', en: 'Late' },
  makingFile: { zh: '正在生成文件', en: 'Making the file' },
  fileLeave: {
    zh: '门牌较多时需要十几秒，可以先做别的，不要关闭这一页。',
    en: 'Many plates take ten seconds or more. You can go on working; keep this page open.',
  },
})
