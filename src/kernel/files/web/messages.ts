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
  empty: {
    zh: '“{name}”是空的（0 字节）。如果它存在云端，先下载到手机，再选一次。',
    en: '"{name}" is empty (0 bytes). If it lies in the cloud, download it first and choose it again.',
  },
  tooLarge: { zh: '“{name}”有 {size}，太大了。', en: '"{name}" is {size}, which is too large.' },
  atMost: { zh: '不超过 {size}', en: 'at most {size}' },
  again: { zh: '再试一次', en: 'Try again' },
  accepted: { zh: '可以用：{accepted}', en: 'Accepted: {accepted}' },
})
