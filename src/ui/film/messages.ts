import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  play: { zh: '播放', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  again: { zh: '重新播放', en: 'Play again' },
  place: { zh: '播放位置', en: 'Place in the film' },
  placeOf: { zh: '{at}，共 {whole}', en: '{at} of {whole}' },
  back: { zh: '后退 10 秒', en: 'Back 10 seconds' },
  forward: { zh: '前进 10 秒', en: 'Forward 10 seconds' },
  mute: { zh: '静音', en: 'Mute' },
  unmute: { zh: '取消静音', en: 'Sound on' },
  fullScreen: { zh: '全屏', en: 'Full screen' },
  rate: { zh: '播放速度 {rate} 倍', en: 'Speed {rate}×' },
  still: { zh: '已暂停', en: 'Paused' },
  playing: { zh: '正在播放', en: 'Playing' },
  waiting: { zh: '网络慢，正在缓冲', en: 'Waiting for the line' },
  ended: { zh: '已播放完', en: 'At the end' },
  failedLine: { zh: '网络断开，播放停在 {at}。', en: 'The line broke; playing stopped at {at}.' },
  failedFormat: {
    zh: '这台设备放不了这个视频。请换一台电脑，或用新版的 Chrome、Edge、Safari 打开。',
    en: 'This device cannot show the film. Use another computer, or a recent Chrome, Edge or Safari.',
  },
  goOn: { zh: '接着播放', en: 'Go on' },
  keys: {
    zh: '键盘：空格或 K 播放和暂停，左右键 5 秒，J、L 10 秒，M 静音，F 全屏',
    en: 'Keys: space or K plays and pauses, arrows 5 s, J and L 10 s, M mutes, F full screen',
  },
})
