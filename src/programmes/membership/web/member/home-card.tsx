import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { defineMessages } from '#ui/i18n/text.ts'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../contract.ts'

const homeMessages = defineMessages({
  card: { zh: '会员证', en: 'My card' },
  member: { zh: '会员', en: 'Member' },
  moving: { zh: '会籍转移办理中', en: 'A transfer is under way' },
  joining: { zh: '入会申请办理中', en: 'Your application is under way' },
  join: { zh: '加入工会', en: 'Join the union' },
  joinText: {
    zh: '送餐、快递、货运、网约车都能加入。三分钟，不收费。',
    en: 'Riders, couriers and drivers too. Three minutes, no charge.',
  },
  see: { zh: '看进度', en: 'See how it stands' },
})

/** What the programme puts on the member's home: the card, how an application stands, or the way to join. */
export default function MembershipOnHome() {
  const me = useMe().data
  // Unknown yet, and on the server's drawing for a visitor: what a visitor sees.
  if (me?.signedIn !== true) return <Join />
  return <Mine />
}

function Mine() {
  const t = useText()
  const mine = useAnswer(membership.myJoining, {}).data
  if (mine === undefined) return null
  if (mine.membership !== null)
    return (
      <Card
        title={mine.membership.organisationName}
        actions={<StatusBadge status="good">{t(homeMessages.member)}</StatusBadge>}
      >
        {mine.hasOpenTransfer && <p>{t(homeMessages.moving)}</p>}
        <LinkButton wide icon="qr" href="/card">
          {t(homeMessages.card)}
        </LinkButton>
        {mine.hasOpenTransfer && (
          <LinkButton wide href="/membership">
            {t(homeMessages.see)}
          </LinkButton>
        )}
      </Card>
    )
  const isOpen = ['checking', 'returned', 'second-look'].includes(mine.application?.state ?? '')
  if (!isOpen) return <Join />
  return (
    <Card title={t(homeMessages.joining)}>
      <p>{mine.application!.place.name}</p>
      <LinkButton wide href="/membership">
        {t(homeMessages.see)}
      </LinkButton>
    </Card>
  )
}

function Join() {
  const t = useText()
  return (
    <Card title={t(homeMessages.join)}>
      <p>{t(homeMessages.joinText)}</p>
      <LinkButton wide href="/join" icon="users">
        {t(homeMessages.join)}
      </LinkButton>
    </Card>
  )
}
