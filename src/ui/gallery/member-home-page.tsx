import { LinkButton } from '#ui/controls/link-button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { FacilityChip } from '#ui/data/tag.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { samplePlaces } from './sample.ts'
import { SampleMemberFrame } from './sample-frames.tsx'

export function MemberHomePage() {
  const format = useFormat()
  return (
    <SampleMemberFrame
      title="离我最近"
      footer={
        <LinkButton href="/map" variant="primary" icon="qr" wide>
          扫码签到
        </LinkButton>
      }
    >
      <List label="离我最近的驿站">
        {samplePlaces(6).map(({ id, name, district, status, word, visits }, index) => (
          <ListItem
            key={id}
            href="/map"
            answer={
              <>
                <StatusBadge status={status}>{word}</StatusBadge>
                <b className="ui-figures">{format.distance(320 + visits)}</b>
              </>
            }
            title={name}
            note={`${district} · 今天 8:00–18:00`}
          >
            <FacilityChip icon="water">饮水</FacilityChip>
            <FacilityChip icon="microwave" isBroken={index === 1} brokenText="待修">
              微波炉
            </FacilityChip>
            <FacilityChip icon="charger">充电</FacilityChip>
            <FacilityChip icon="air-conditioner">空调</FacilityChip>
          </ListItem>
        ))}
      </List>
    </SampleMemberFrame>
  )
}
