import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  schematic: { zh: '示意图', en: 'Schematic' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  wholeMap: { zh: '看全图', en: 'Whole map' },
  toMe: { zh: '到我的位置', en: 'To my position' },
  me: { zh: '我的位置', en: 'My position' },
  cluster: { zh: '这里有 {count} 处，按下放大', en: '{count} places here; press to zoom in' },
  help: {
    zh: '方向键移动，加减键缩放，0 看全图，回车进入地点，Esc 退出。旁边的列表有同样的内容。',
    en: 'Arrows move, plus and minus zoom, 0 shows all, Enter goes to the places, Escape leaves. The list beside has the same content.',
  },
})
