import { BarRow } from '#ui/charts/bar-row.tsx'
import { FigureNumber } from '#ui/data/figure-number.tsx'
import { ReportFrame } from '#ui/frames/report-frame.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { Ribbon } from '#ui/frames/ribbon.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { reportTools } from './sample-frames.tsx'

const asOf = '2026-11-22'

export function ReportSamplePage() {
  const format = useFormat()
  return (
    <ReportFrame
      publisher="示例市总工会"
      homeHref="/report"
      tools={reportTools}
      ribbon={<Ribbon>演示数据：人物、单位与记录均为虚构</Ribbon>}
      title="工会为劳动者做了什么"
      standfirst="这里的每个数字都能点开，看到它背后的记录、口径和日期。还没有记录的项目如实写明，不作估计。"
      dateline={`截至 ${format.date(asOf)} · 第 7 期 · 摘要 4f2a…91c0`}
      footer="数字由记录计算，发布时冻结。任何人可以下载明细，自行核对。"
    >
      <ReportSection
        title="户外劳动者驿站"
        lede="骑手、环卫工人、司机和快递员可以在驿站喝水、热饭、歇脚、充电。全市十个区县都有站点，开放时间写在门口，也写在地图上。"
      >
        <div className="ui-figures-row">
          <FigureNumber label="在册站点" value={301} unit="个" asOf={asOf} href="/table" />
          <FigureNumber label="全国最美驿站" value={23} unit="个" asOf={asOf} href="/table" />
          <FigureNumber
            label="一年签到"
            value={184_326}
            unit="人次"
            isCompact
            asOf={asOf}
            note="按组公开，每组不少于 10 人"
          />
          <FigureNumber label="投入经费" value={97_000_000} unit="元" isCompact asOf={asOf} href="/table" />
        </div>
        <BarRow
          title="各区县站点数"
          unit="个"
          bars={[
            { label: '汝州市', value: 48 },
            { label: '叶县', value: 41 },
            { label: '新华区', value: 39 },
            { label: '石龙区', value: 9 },
          ]}
        />
      </ReportSection>
      <ReportSection title="绿色出行" lede="尚未记录。项目建成后，这里会列出乘车人次与补贴金额。">
        {null}
      </ReportSection>
    </ReportFrame>
  )
}
