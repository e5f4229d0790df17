import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  uploading: { zh: '正在上传 {name}', en: 'Uploading {name}' },
  paused: { zh: '已暂停 {name}', en: 'Paused: {name}' },
  judging: { zh: '正在检查 {name}', en: 'Checking {name}' },
  sent: { zh: '{percent}%，共 {whole}', en: '{percent} % of {whole}' },
  pause: { zh: '暂停', en: 'Pause' },
  goOn: { zh: '继续上传', en: 'Go on' },
  stop: { zh: '停止', en: 'Stop' },
  fileReady: { zh: '文件已下载：{name}', en: 'Downloaded: {name}' },
  again: { zh: '再试一次', en: 'Try again' },
  accepted: { zh: '可以用：{accepted}', en: 'Accepted: {accepted}' },
})
