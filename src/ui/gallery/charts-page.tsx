import { BarRow } from '#ui/charts/bar-row.tsx'
import { HourHeat } from '#ui/charts/hour-heat.tsx'
import { LineTrend } from '#ui/charts/line-trend.tsx'
import { SmallMultiples } from '#ui/charts/small-multiples.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { SampleStaffFrame } from './sample-frames.tsx'

const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`)
const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const wave = (step: number, size: number) =>
  Math.round(size * (1.2 + Math.sin(step / 2)) * (1 + (step % 3) / 10))
const districts = ['新华区', '卫东区', '湛河区', '石龙区', '叶县', '郏县']

export function ChartsPage() {
  return (
    <SampleStaffFrame>
      <PageHeader title="数据" summary="图旁边有直接的标注，图后面有数据表。" />
      <Card>
        <LineTrend
          title="每月签到人次，五月最高"
          alternative="一年里每月签到人次，五月最高，十月最低"
          columns={['月份', '签到人次']}
          unit="人次"
          data={months.map((label, index) => ({ label, value: index === 2 ? null : wave(index, 8_200) }))}
          note="三月停机维护，没有记录。"
        />
      </Card>
      <Card>
        <BarRow
          title="各区县站点"
          unit="个"
          bars={districts.map((label, index) => ({ label, value: 62 - index * 9, href: '/table' }))}
        />
      </Card>
      <Card>
        <SmallMultiples
          title="各区县每月反映"
          unit="条"
          momentColumn="月份"
          moments={months}
          series={districts.map((name, index) => ({
            name,
            values: months.map((_, month) => wave(month + index, 12 + index * 3)),
          }))}
          alternative={({ name, values }) => `${name}，从 ${values[0]} 条到 ${values.at(-1)} 条`}
        />
      </Card>
      <Card>
        <HourHeat
          title="一周里什么时候人多"
          alternative="工作日中午十二点和傍晚六点最忙"
          dayColumn="星期"
          rows={days.map((label, day) => ({
            label,
            hours: Array.from({ length: 24 }, (_, hour) =>
              hour < 6
                ? 0
                : Math.round(
                    40 * Math.exp(-((hour - 12) ** 2) / 8) + 30 * Math.exp(-((hour - 18) ** 2) / 6) - day,
                  ),
            ).map((value) => Math.max(0, value)),
          }))}
        />
      </Card>
    </SampleStaffFrame>
  )
}
