import { useState } from 'react'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { Drawer } from '#ui/controls/drawer.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Tooltip } from '#ui/controls/tooltip.tsx'
import { Card } from '#ui/data/card.tsx'

type Way = 'list' | 'map'

export function ActionsCard() {
  const [isAsking, setAsking] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [way, setWay] = useState<Way>('list')
  const toast = useToast()
  return (
    <Card title="动作">
      <div className="ui-row">
        <Button variant="primary">主要动作</Button>
        <Button>次要</Button>
        <Button variant="quiet">安静</Button>
        <Button variant="danger" onPress={() => setAsking(true)}>
          停用站点
        </Button>
        <Button isPending>正在保存</Button>
        <Button isDisabled>不可用</Button>
        <Tooltip trigger={<IconButton icon="copy" label="复制编号" />}>复制编号</Tooltip>
        <Button onPress={() => toast({ text: '已停用“东风路驿站”。', onUndo: () => undefined })}>
          显示通知
        </Button>
        <Button onPress={() => setOpen(true)}>打开抽屉</Button>
      </div>
      <SegmentedControl<Way>
        label="看法"
        value={way}
        onChange={setWay}
        segments={[
          { id: 'list', label: '列表', icon: 'list' },
          { id: 'map', label: '地图', icon: 'map' },
        ]}
      />
      <ProgressBar label="正在读取名册" percent={62} valueText="已读 186 / 301 行" />
      <Tabs
        label="站点资料"
        pages={[
          { id: 'a', label: '基本资料', content: '东风路 12 号，靠近矿工路口。' },
          { id: 'b', label: '开放时间', content: '周一至周日 8:00–18:00' },
          { id: 'c', label: '变更记录', content: '共 3 条' },
        ]}
      />
      <Disclosure title="这个数字怎么来的">在册且状态为启用的站点，按区县汇总。</Disclosure>
      <ConfirmDialog
        title="停用东风路驿站？"
        confirmLabel="停用"
        isDanger
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() => setAsking(false)}
        asksReason={{ label: '停用原因', description: '会写进变更记录。' }}
      >
        停用后地图上不再推荐这个站点，已有的签到记录保留。
      </ConfirmDialog>
      <Drawer title="筛选" isOpen={isOpen} onOpenChange={setOpen}>
        <p>抽屉里的内容</p>
      </Drawer>
    </Card>
  )
}
