import { defineModule } from '#platform/module.ts'
import { work } from '../contract.ts'
import { listWork } from './list-work.ts'

export const workModule = defineModule({
  name: 'work',
  title: { zh: '待办', en: 'Work list' },
  folder: new URL('../', import.meta.url),
  operations: work,
  permissions: {},
  handlers: { listWork },
})
