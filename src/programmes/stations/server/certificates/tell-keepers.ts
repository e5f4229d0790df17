import { accountsByPhoneIndex } from '#kernel/access/index.ts'
import { notify } from '#kernel/notifications/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import { tables } from '../tables.ts'
import type { CertificateChange } from './recompute.ts'

/** A keeper hears of each turn of their station's certificate, but not of a station's first computation. */
export async function tellKeepers(ctx: Context, changes: readonly CertificateChange[]): Promise<void> {
  const told = new Map(
    changes.filter(({ from }) => from !== null).map((change) => [change.stationId, change]),
  )
  if (told.size === 0) return
  const keepers = await tables(ctx)
    .selectFrom('stations.keeper as keeper')
    .innerJoin('stations.station as station', 'station.id', 'keeper.station_id')
    .select(['station.id as stationId', 'station.name', 'keeper.phone_index as phoneIndex'])
    .where('keeper.station_id', 'in', [...told.keys()])
    .where('keeper.until_at', 'is', null)
    .execute()
  const accounts = await accountsByPhoneIndex(
    ctx,
    keepers.map(({ phoneIndex }) => phoneIndex),
  )
  for (const { stationId, name, phoneIndex } of keepers) {
    const accountId = accounts.get(phoneIndex.toString('hex'))
    if (accountId === undefined) continue
    const words = wordsOf(told.get(stationId)!)
    await notify(ctx, {
      to: { accountId },
      kind: 'stations.certificate-turned',
      title: { zh: `${name}：${words.title.zh}`, en: `${name}: ${words.title.en}` },
      body: words.body,
      href: '/keeper',
    })
  }
}

function wordsOf({ to, lapsesOn, failing }: CertificateChange): { title: Text; body: Text } {
  switch (to) {
    case 'complete':
      return {
        title: { zh: '证书齐全', en: 'the certificate is complete' },
        body: { zh: '各项都符合标准。', en: 'Every criterion is met.' },
      }
    case 'lapsing':
      return {
        title: { zh: '证书将到期', en: 'the certificate will lapse' },
        body: {
          zh: `${lapsesOn ?? ''}之后有依据过期，请在那之前补拍或确认。`,
          en: `Evidence runs out after ${lapsesOn ?? ''}; renew it before.`,
        },
      }
    case 'incomplete':
      return {
        title: { zh: '证书不齐全', en: 'the certificate is incomplete' },
        body: {
          zh: `有${failing.length}项不符合，请看原因并补齐。`,
          en: `${failing.length} criteria are not met; see why and renew them.`,
        },
      }
    case 'suspended':
      return {
        title: { zh: '证书已暂停', en: 'the certificate is suspended' },
        body: { zh: '工会作出了暂停决定。', en: 'The union decided to suspend it.' },
      }
    case 'withdrawn':
      return {
        title: { zh: '证书已撤销', en: 'the certificate is withdrawn' },
        body: {
          zh: '工会作出了撤销决定，或驿站已关闭。',
          en: 'The union withdrew it, or the station closed.',
        },
      }
  }
}
