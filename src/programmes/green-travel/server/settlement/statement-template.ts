import { markSvg } from '#platform/documents/mark-svg.ts'

/** Two pages at most for a city: what is owed and why on the first, days and routes on the second. */
export const statementTemplate = `
#let red = rgb("#9c1820")
#let quiet = rgb("#4a4a4a")
#let mark = bytes(${JSON.stringify(markSvg)})
#let hairline = 0.4pt + rgb("#b9b3a8")

#set page(margin: (x: 22mm, top: 20mm, bottom: 24mm), footer: context [
  #set text(7.5pt, fill: quiet)
  #line(length: 100%, stroke: hairline)
  #v(-1.5mm)
  #grid(columns: (1fr, auto), column-gutter: 6mm,
    [校验值 SHA-256 #data.digest \\ #data.seal],
    align(right)[第 #counter(page).display() 页，共 #counter(page).final().first() 页])
])
#set text(10.5pt)
#set par(leading: 0.7em)

#if data.demo {
  place(top + right, dy: -8mm, text(11pt, fill: red, weight: "bold")[演示数据 Demo data])
}
#grid(columns: (11mm, 1fr, auto), column-gutter: 4mm, align: horizon,
  image(mark, width: 11mm, alt: "振翼"),
  text(11pt, weight: "bold")[#data.payer],
  text(9pt, fill: quiet)[编号 #data.number])
#v(1mm)
#line(length: 100%, stroke: 1.4pt + red)
#v(5mm)
#align(center)[
  #text(font: "Noto Serif SC", 21pt, weight: "bold")[“1分钱乘公交”补贴结算单] \\
  #v(1mm)
  #text(12pt)[#data.monthWords]
]
#v(4mm)
#grid(columns: (auto, 1fr, auto, 1fr), column-gutter: (3mm, 8mm, 3mm), row-gutter: 2.4mm,
  text(fill: quiet)[付款单位], [#data.payer], text(fill: quiet)[收款单位], [#data.company],
  text(fill: quiet)[补贴标准], [每人次 #data.unionYuan 元（乘客另付 1 分）], text(fill: quiet)[计入截止], [#data.cut],
  text(fill: quiet)[编制], [#data.proposedBy], text(fill: quiet)[复核], [#data.approvedBy],
)
#v(4mm)

#let head(..cells) = table.header(..cells.pos().map(cell => text(weight: "bold", fill: white)[#cell]))
#let filled = (_, row) => if row == 0 { red } else if calc.odd(row) { rgb("#faf7f2") }

#text(12pt, weight: "bold")[一、本月应付]
#v(1mm)
#table(columns: (1fr, 26mm, 34mm), align: (left, right, right), stroke: hairline, inset: (x: 3mm, y: 2mm), fill: filled,
  head[项目][人次][金额（元）],
  ..data.lines.map(line => ([#line.label], [#line.rides], [#line.yuan])).flatten(),
  table.cell(colspan: 2, text(weight: "bold")[应付合计]), text(weight: "bold")[#data.dueYuan],
)
#text(10pt)[人民币（大写）：#text(weight: "bold")[#data.dueWords]]
#v(4mm)

#text(12pt, weight: "bold")[二、累计与预付]
#v(1mm)
#table(columns: (1fr, 1fr, 1fr), align: right, stroke: hairline, inset: (x: 3mm, y: 2mm), fill: filled,
  head[累计应付（元）][累计已付（元）][#data.balanceTitle（元）],
  [#data.earnedYuan], [#data.paidYuan], text(weight: "bold")[#data.balanceYuan],
)
#v(4mm)

#text(12pt, weight: "bold")[三、三方对账]
#v(1mm)
#if data.differences.len() == 0 [
  刷卡记录、公司申报和账上记录一致，没有差异。
] else {
  table(columns: (1fr, 34mm, 16mm, 20mm, 34mm), align: (left, left, right, right, right), stroke: hairline,
    inset: (x: 2.5mm, y: 1.8mm), fill: filled,
    head[差异][认定][条数][人次][涉及金额（元）],
    ..data.differences.map(one => ([#one.text], [#one.outcome], [#one.count], [#one.rides], [#one.yuan])).flatten(),
  )
}
#v(1fr)
#block(breakable: false, grid(columns: (1fr, 1fr, 1fr), row-gutter: 14mm,
  [付款单位（盖章）], [复核人（签字）], [收款单位（盖章）],
  text(fill: quiet)[　　年　　月　　日], text(fill: quiet)[　　年　　月　　日], text(fill: quiet)[　　年　　月　　日],
))
#pagebreak()

#text(12pt, weight: "bold")[附一　各线路]
#v(1mm)
#table(columns: (22mm, 1fr, 26mm, 34mm), align: (left, left, right, right), stroke: hairline, inset: (x: 3mm, y: 1.5mm), fill: filled,
  head[线路][名称][人次][补贴（元）],
  ..data.routes.map(one => ([#one.code], [#one.name], [#one.rides], [#one.yuan])).flatten(),
)
#v(4mm)
#text(12pt, weight: "bold")[附二　各日]
#v(1mm)
#table(columns: (1fr, 22mm, 28mm, 1fr, 22mm, 28mm), align: (left, right, right, left, right, right), stroke: hairline,
  inset: (x: 3mm, y: 1.4mm), fill: filled,
  head[日期][人次][补贴（元）][日期][人次][补贴（元）],
  ..data.days.map(one => ([#one.day], [#one.rides], [#one.yuan])).flatten(),
)
#v(2mm)
#text(9pt, fill: quiet)[本单由乘车记录逐笔汇总，可随时重算到分；差异的认定过程见系统内案卷。校验值盖住本单全部内容。]
`
