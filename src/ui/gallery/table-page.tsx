import { useMemo, useState } from 'react'
import { Sparkline } from '#ui/charts/sparkline.tsx'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { Select } from '#ui/controls/select.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { Link } from '#ui/links/link.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import { plainView, type DataColumn, type SavedView } from '#ui/table/table-types.ts'
import { samplePlaces, type Place } from './sample.ts'
import { SampleStaffFrame } from './sample-frames.tsx'

const columns: DataColumn<Place>[] = [
  {
    id: 'name',
    header: '站点名称',
    value: ({ name }) => name,
    cell: ({ name }) => <Link href="/map">{name}</Link>,
    isRowHeader: true,
    isFixed: true,
    isSortable: true,
  },
  { id: 'district', header: '区县', value: ({ district }) => district, isSortable: true },
  {
    id: 'status',
    header: '状态',
    value: ({ word }) => word,
    cell: ({ status, word }) => <StatusBadge status={status}>{word}</StatusBadge>,
    isSortable: true,
  },
  { id: 'visits', header: '本月签到', value: ({ visits }) => visits, isNumber: true, isSortable: true },
  {
    id: 'trend',
    header: '近 8 周',
    value: ({ visits }) => weeks(visits).join(' '),
    cell: ({ visits }) => <Sparkline values={weeks(visits)} alternative={`近 8 周签到，本月 ${visits} 次`} />,
  },
  {
    id: 'checkedAt',
    header: '最近核实',
    value: ({ checkedAt }) => checkedAt.slice(0, 16).replace('T', ' '),
    isSortable: true,
  },
]

const weeks = (seed: number) => Array.from({ length: 8 }, (_, week) => ((seed + 1) * (week + 3) * 37) % 90)
const savedViews: SavedView[] = [{ id: 'v1', name: '湛河区待修', view: { ...plainView, density: 'compact' } }]

export function TablePage() {
  const rows = useMemo(() => samplePlaces(301), [])
  const [selectedIds, setSelectedIds] = useState(new Set(['p1', 'p3']))
  const [view, setView] = useState(plainView)
  return (
    <SampleStaffFrame>
      <PageHeader
        title="站点"
        breadcrumbs={[
          { label: '工作台', href: '/' },
          { label: '户外劳动者驿站', href: '/table' },
        ]}
        summary="全市在册站点。开放状态由签到和反映推算，保管员的答复优先。"
        actions={
          <>
            <Button icon="upload">导入</Button>
            <LinkButton href="/controls" variant="primary" icon="plus">
              新建站点
            </LinkButton>
          </>
        }
      />
      <div className="ui-stats">
        <Stat label="在册站点" value={301} unit="个" />
        <Stat label="待答复的反映" value={12} unit="条" href="/states" note="最早一条已等 2 天" />
        <Stat label="资料待核实" value={27} unit="个" href="/states" />
      </div>
      <DataTable
        label="站点列表"
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        view={view}
        onViewChange={setView}
        selectedIds={selectedIds}
        onSelectionChange={setSelectedIds}
        savedViews={{
          views: savedViews,
          onOpen: (saved) => setView(saved.view),
          onSave: () => undefined,
          onDelete: () => undefined,
        }}
        bulkActions={<Button icon="print">打印二维码</Button>}
        pagination={{
          page: 1,
          pageSize: 301,
          total: 301,
          onPageChange: () => undefined,
          onPageSizeChange: () => undefined,
        }}
        filters={<Filters />}
      />
    </SampleStaffFrame>
  )
}

function Filters() {
  return (
    <FilterBar
      active={[{ id: 'd', label: '区县：湛河区' }]}
      onRemove={() => undefined}
      onClear={() => undefined}
    >
      <SearchField label="按名称搜索" />
      <Select
        label="区县"
        options={[
          { id: 'zh', label: '湛河区' },
          { id: 'xh', label: '新华区' },
        ]}
        defaultValue="zh"
      />
      <Select label="状态" options={[{ id: 'open', label: '开放中' }]} placeholder="全部" />
    </FilterBar>
  )
}
