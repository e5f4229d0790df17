import type { Text } from '#platform/text.ts'
import type { MatterKind } from '../../shapes-unions.ts'

export const matterWords: Readonly<Record<MatterKind, Text>> = {
  rename: { zh: '更名', en: 'New name' },
  move: { zh: '变更隶属', en: 'Another level above' },
  merge: { zh: '合并', en: 'Merger' },
  dissolve: { zh: '撤销', en: 'Dissolution' },
  're-election': { zh: '换届', en: 'Re-election' },
  'by-election': { zh: '补选', en: 'By-election' },
  extension: { zh: '延期换届', en: 'Postponed election' },
}
