import { twoPersonProcedure } from '#kernel/review/index.ts'
import type { Text } from '#platform/text.ts'

export const flagKinds = {
  'impossible-travel': { zh: '两次乘车隔得太远', en: 'Two rides too far apart for their time' },
  'code-sharing': { zh: '同一个码在两台读卡机上用过', en: 'One code used at two readers' },
  'reader-replay': { zh: '读卡机重复上报', en: 'A reader handed in the same scans again' },
} satisfies Record<string, Text>

export type FlagKind = keyof typeof flagKinds

/** A person judges, and nothing follows by itself (PIPL article 24). */
export const flagProcedure = twoPersonProcedure({
  id: 'green-travel.flag',
  title: { zh: '乘车异常线索', en: 'Something odd about rides' },
  decidedBy: 'green-travel.settle',
  waiting: { state: 'raised', title: { zh: '待核实', en: 'To be judged' }, deadline: { workingDays: 10 } },
  agree: {
    move: 'confirm',
    title: { zh: '属实', en: 'Confirm' },
    needsReason: true,
    to: 'confirmed',
    toTitle: { zh: '属实', en: 'Confirmed' },
  },
  refuse: {
    move: 'dismiss',
    title: { zh: '排除', en: 'Dismiss' },
    to: 'dismissed',
    toTitle: { zh: '排除', en: 'Dismissed' },
  },
})
