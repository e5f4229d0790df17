import { defineMessages } from '#ui/i18n/text.ts'

export const undoMessages = defineMessages({
  undo: { zh: '撤销这次导入', en: 'Take this import back' },
  ask: { zh: '申请撤销', en: 'Ask for it' },
  counting: { zh: '正在清点会改变什么', en: 'Counting what would change' },
  plan: {
    zh: '会籍作废 {ended} 人，资料复原 {restored} 人。',
    en: '{ended} memberships will be void, and particulars of {restored} go back.',
  },
  planKept: { zh: '另有 {count} 行不能撤销：{why}', en: '{count} rows cannot be taken back: {why}' },
  planNote: {
    zh: '须另一人同意后才办理。作废的会籍从来不算数；已经发布的数字按当时的记录不变，历史都保留。',
    en: 'Another person must agree first. A void membership never counts again; numbers published before stay as recorded, and history is kept.',
  },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '写进审计记录，至少6个字', en: 'Stands in the audit log; at least 6 characters' },
  asked: { zh: '等待同意撤销', en: 'Undo awaits agreement' },
  refused: { zh: '撤销未获同意', en: 'Undo was refused' },
  undoing: { zh: '正在撤销', en: 'Being taken back' },
  undone: { zh: '已撤销', en: 'Taken back' },
  askedWhat: {
    zh: '{by}申请撤销这次导入：{reason}。另一人同意之前，什么都不会改变。',
    en: '{by} asked for this import to be taken back: {reason}. Nothing changes before another person agrees.',
  },
  refusedWhat: {
    zh: '撤销没有获得同意，登记的内容都在。可以说明原因再申请。',
    en: 'It was not agreed to; everything stands. You may ask again.',
  },
  doneWhat: {
    zh: '会籍作废 {ended} 人，资料复原 {restored} 人，{kept} 行不能撤销。',
    en: '{ended} memberships are void, particulars of {restored} went back, {kept} rows could not be taken back.',
  },
  rowsOf: { zh: '{done} 行', en: '{done} rows' },
  keptRows: { zh: '没有撤销的行', en: 'Rows that were not taken back' },
  row: { zh: '行', en: 'Row' },
  name: { zh: '姓名', en: 'Name' },
  document: { zh: '证件号码', en: 'Document' },
  why: { zh: '为什么', en: 'Why' },
  seeCase: { zh: '看办理进度', en: 'See the case' },
  movedOn: { zh: '会籍此后有变化', en: 'the membership has changed since' },
  merged: { zh: '此人已与另一条记录合并', en: 'the person was merged with another record' },
  laterImport: { zh: '后来的导入更新了此人', en: 'a later import changed this person' },
  inUse: { zh: '此后已有业务记录', en: 'there are records of this person since' },
  changedSince: { zh: '资料此后有变化', en: 'the particulars have changed since' },
  inPlaces: { zh: '{why}：{places}', en: '{why}: {places}' },
  lost: {
    zh: '与服务器的联系断了。处理在服务器上继续，恢复后这里自动接着显示。',
    en: 'The server cannot be reached. Its work goes on, and this page follows by itself once it is back.',
  },
  lostStill: {
    zh: '与服务器的联系断了，这里显示的是断开之前的情况；恢复后自动更新。',
    en: 'The server cannot be reached; this is how it stood before. It is brought up to date once the server is back.',
  },
})
