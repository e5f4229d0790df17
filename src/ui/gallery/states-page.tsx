import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { iconPaths, type IconName } from '#ui/pictures/icon-paths.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { ErrorState } from '#ui/states/error-state.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { NoPermissionState } from '#ui/states/no-permission-state.tsx'
import { OfflineState } from '#ui/states/offline-state.tsx'
import { SampleStaffFrame } from './sample-frames.tsx'

const statuses: [Status, string][] = [
  ['good', '已通过'],
  ['info', '审核中'],
  ['warn', '待补正'],
  ['bad', '已退回'],
  ['quiet', '草稿'],
]

export function StatesPage() {
  return (
    <SampleStaffFrame>
      <PageHeader title="状态与资料" summary="每一页在没有内容、正在加载、出错、离线、无权限时的样子。" />
      <Record />
      <Card>
        <EmptyState kind="done" title="没有待办">
          新的反映和审核会出现在这里。
        </EmptyState>
      </Card>
      <Card>
        <EmptyState kind="search" title="没有符合条件的站点" actions={<Button>清除筛选</Button>} />
      </Card>
      <Card>
        <ErrorState
          title="站点没有保存"
          why="另一位同事在两分钟前改了同一个站点。"
          whatToDo="先看看对方改了什么，再决定保留哪一份。您写的内容还在。"
          requestId="01J9-7K2M"
          onRetry={() => undefined}
        />
      </Card>
      <Card>
        <LoadingState label="正在读取站点" onLeave={() => undefined} />
      </Card>
      <Card>
        <OfflineState onRetry={() => undefined} />
      </Card>
      <Card>
        <NoPermissionState />
      </Card>
      <Card title="图标">
        <div className="ui-row">
          {Object.keys(iconPaths).map((name) => (
            <span key={name} style={{ fontSize: 22 }}>
              <Icon name={name as IconName} />
            </span>
          ))}
        </div>
      </Card>
    </SampleStaffFrame>
  )
}

function Record() {
  return (
    <Card title="东风路驿站" actions={<StatusBadge status="good">开放中</StatusBadge>}>
      <div className="ui-row">
        {statuses.map(([status, word]) => (
          <StatusBadge key={status} status={status}>
            {word}
          </StatusBadge>
        ))}
        <Tag>全国最美</Tag>
      </div>
      <DescriptionList
        items={[
          { term: '地址', value: '新华区东风路 12 号' },
          { term: '管理单位', value: '示例区总工会' },
          { term: '坐标系', value: 'GCJ-02' },
          { term: '备注', value: null },
        ]}
      />
      <Timeline
        label="变更记录"
        events={[
          {
            id: '3',
            at: '2026-11-22T01:05:00Z',
            who: '周砚',
            what: '把开放时间改为 7:30–19:00',
            why: '夏季延长',
            status: 'info',
          },
          { id: '2', at: '2026-11-20T06:30:00Z', who: '林知夏', what: '通过了审核', status: 'good' },
          { id: '1', at: '2026-11-18T02:00:00Z', who: '名册导入', what: '建立了站点' },
        ]}
      />
    </Card>
  )
}
