import { defineProcedure } from '#kernel/review/index.ts'
import type { Text } from '#platform/text.ts'

export const flagKinds = {
  'impossible-travel': { zh: '两次乘车隔得太远', en: 'Two rides too far apart for their time' },
  'code-sharing': { zh: '同一个码在两台读卡机上用过', en: 'One code used at two readers' },
  'reader-replay': { zh: '读卡机重复上报', en: 'A reader handed in the same scans again' },
} satisfies Record<string, Text>

export type FlagKind = keyof typeof flagKinds

/** A person judges, and nothing follows by itself (PIPL article 24). */
export const flagProcedure = defineProcedure({
  id: 'green-travel.flag',
  title: { zh: '乘车异常线索', en: 'Something odd about rides' },
  initial: 'raised',
  states: {
    raised: {
      title: { zh: '待核实', en: 'To be judged' },
      waitsFor: 'green-travel.settle',
      deadline: { workingDays: 10 },
    },
    confirmed: { title: { zh: '属实', en: 'Confirmed' }, terminal: 'granted' },
    dismissed: { title: { zh: '排除', en: 'Dismissed' }, terminal: 'refused' },
  },
  moves: [
    {
      id: 'confirm',
      from: ['raised'],
      to: 'confirmed',
      title: { zh: '属实', en: 'Confirm' },
      who: { permission: 'green-travel.settle' },
      needsReason: true,
      notBy: ['proposer'],
    },
    {
      id: 'dismiss',
      from: ['raised'],
      to: 'dismissed',
      title: { zh: '排除', en: 'Dismiss' },
      who: { permission: 'green-travel.settle' },
      needsReason: true,
      notBy: ['proposer'],
    },
  ],
})
