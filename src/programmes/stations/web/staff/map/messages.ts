import { defineMessages } from '#ui/i18n/text.ts'

export const mapMessages = defineMessages({
  mapOf: { zh: '{name}在示意图上的位置', en: 'Where {name} stands in the drawing' },
  pick: {
    zh: '选点示意图：点一下设定位置，拖动移动地图，用方向键移动、加减键缩放，回车把位置设在正中。',
    en: 'Drawing to pick a place: press to set it, drag to move the map; arrows move, plus and minus zoom, Enter sets the middle.',
  },
  pickHint: {
    zh: '点一下就把位置设在那里（GCJ-02，精度约百米），再到坐标栏里改准。键盘：方向键移动，回车设在正中。',
    en: 'Press to set the place there (GCJ-02, good to about 100 m), then refine it in the field. Keyboard: arrows move, Enter sets the middle.',
  },
  here: { zh: '所填位置', en: 'The place given' },
})
