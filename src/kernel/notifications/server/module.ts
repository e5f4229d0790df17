import { defineModule } from '#platform/module.ts'
import { notifications } from '../contract.ts'
import { handlers } from './mine.ts'
import { purge } from './purge.ts'
import { tables } from './tables.ts'

export const notificationsModule = defineModule({
  name: 'notifications',
  title: { zh: '消息', en: 'Messages' },
  operations: notifications,
  handlers,
  permissions: {},
  folder: new URL('../', import.meta.url),
  jobs: [{ name: 'purge', everySeconds: 86_400, run: purge }],
  personColumns: [{ table: 'notifications.message', bk: 'bk', id: 'person_id' }],
  holdings: async (ctx, person) => {
    const { count } = await tables(ctx)
      .selectFrom('notifications.message')
      .where('bk', '=', person.bk)
      .where('person_id', '=', person.id)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count === 0) return []
    const what = { zh: '发给您的消息', en: 'Messages sent to you' }
    const why = { zh: '通知您办理结果；保存一年', en: 'To tell you how things stand; kept for a year' }
    return [{ what, why, count, href: '/me/messages' }]
  },
})
