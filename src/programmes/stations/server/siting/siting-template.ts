/** Two A4 pages or three: the question, how it was counted, the plan on the drawing and as a table. */
export const sitingTemplate = `
#let red = rgb("#9c1820")
#let quiet = rgb("#4a4a4a")
#let run = data.run

#set page(margin: (x: 20mm, top: 18mm, bottom: 18mm), footer: context [
  #set text(8.5pt, fill: quiet)
  #grid(columns: (1fr, auto), [#data.union · #data.day #if data.demo [· 演示数据]], [第 #counter(page).display() 页])
])
#set par(leading: 0.8em, justify: false)
#set text(10.5pt)

#let grouped(n) = {
  let digits = str(n)
  let out = ""
  for (index, digit) in digits.clusters().enumerate() {
    if index > 0 and calc.rem(digits.len() - index, 3) == 0 { out += "," }
    out += digit
  }
  out
}
#let share(part, whole) = if whole == 0 { "–" } else { str(calc.round(part / whole * 100, digits: 1)) + "%" }
#let note(body) = block(inset: (left: 8pt), stroke: (left: 2pt + red), text(9.5pt, body))

#text(9.5pt, fill: quiet)[#data.union · 会议材料]
#v(-1mm)
#text(20pt, weight: "bold")[#run.title]

#if run.isInvented or data.demo [
  #note[*演示用的虚构需求数据。* 本材料中的人数是编造的，只用来演示方法，不能作为决策依据。]
]

== 要回答的问题
#if run.isBuilding [
  在备选地点“#run.sites”的 #run.candidates 处里，再建 *#run.count* 个驿站，建在哪里能让最多的户外劳动者走到。
] else [
  在 #run.organisation 的 #run.candidates 个在用驿站里，要停 *#run.count* 个的话，停哪些影响的人最少。
]

== 结论
#grid(
  columns: (1fr, 1fr, 1fr),
  gutter: 6mm,
  [#text(9pt, fill: quiet)[现在走得到的人（估计）] \\ #text(17pt, weight: "bold")[#grouped(run.coveredBefore)] \\ #text(9pt)[#share(run.coveredBefore, run.demandPersons)]],
  [#text(9pt, fill: quiet)[#if run.isBuilding [建成以后] else [停用以后]] \\ #text(17pt, weight: "bold", fill: red)[#grouped(run.coveredAfter)] \\ #text(9pt)[#share(run.coveredAfter, run.demandPersons)]],
  [#text(9pt, fill: quiet)[#if run.isBuilding [新增] else [减少]] \\ #text(17pt, weight: "bold")[#grouped(calc.abs(run.coveredAfter - run.coveredBefore))] \\ #text(9pt)[共 #grouped(run.demandPersons) 人]],
)
#v(1mm)
#if run.isNothingInReach [
  #note[没有一处备选地点能走到还没有驿站的人，所以没有推荐的地点。请换一组备选地点，或者放宽距离。]
] else if run.isProved [
  #note[求解器证明没有更好的方案（用时 #run.seconds 秒）。逐个挑“当前最好”的办法得到 #grouped(run.greedyAfter) 人。]
] else [
  #note[时间到，这是目前找到的最好方案（#run.seconds 秒）；任何方案都不会超过 #grouped(run.bound) 人，差距不超过 #run.gapPercent%。]
]
#if run.outOfReach > 0 [#text(9.5pt, fill: quiet)[有 #grouped(run.outOfReach) 人不在任何驿站#if run.isBuilding [或备选地点]的范围内，怎样选都走不到。]]

#if run.chosen.len() > 0 [
  #v(2mm)
  #layout(size => {
    let width = size.width
    let height = width * data.map.ratio
    box(width: width, height: height, clip: true, {
      image(bytes(data.map.svg), width: width, alt: run.title)
      for (index, mark) in data.map.marks.enumerate() {
        place(top + left, dx: mark.x * width - 4mm, dy: mark.y * height - 2mm, box(width: 8mm, height: 4mm, align(center + horizon, text(7.5pt, fill: white, weight: "bold")[#(index + 1)])))
      }
    })
  })
  #text(8.5pt, fill: quiet)[红点：方案里的地点，编号同下表；蓝点：在用驿站；浅褐色圆：需求点，面积表示人数。示意图，不表示行政区域界线。]
]

== #if run.isBuilding [推荐地点] else [可以停用的驿站]
#table(
  columns: (auto, 1fr, auto, auto, auto),
  stroke: (x, y) => (bottom: 0.5pt + rgb("#c9c4b8")),
  align: (right, left, right, right, right),
  inset: (x: 5pt, y: 4pt),
  table.header([*序号*], [*名称*], [*范围内人数*], [*#if run.isBuilding [只靠它的人] else [停后走不到]*], [*#if run.isBuilding [坐标（GCJ-02）] else [近90天打卡]*]),
  ..run.chosen.enumerate().map(((index, place)) => (
    [#(index + 1)], [#place.name], [#grouped(place.near)], [#grouped(place.alone)],
    if run.isBuilding [#calc.round(place.longitude, digits: 5), #calc.round(place.latitude, digits: 5)] else [#grouped(place.checkIns90Days)],
  )).flatten()
)

== 各县区
#table(
  columns: (1fr, auto, auto, auto),
  stroke: (x, y) => (bottom: 0.5pt + rgb("#c9c4b8")),
  align: (left, right, right, right),
  inset: (x: 5pt, y: 4pt),
  table.header([*县区*], [*需求人数*], [*现在走得到*], [*方案以后*]),
  ..run.districts.map(row => ([#row.name], [#grouped(row.demand)], [#grouped(row.before)（#share(row.before, row.demand)）], [#grouped(row.after)（#share(row.after, row.demand)）])).flatten()
)

#if "other" in data [
  == 与另一方案比较
  #let other = data.other
  #table(
    columns: (1fr, auto, auto),
    stroke: (x, y) => (bottom: 0.5pt + rgb("#c9c4b8")),
    align: (left, right, right),
    inset: (x: 5pt, y: 4pt),
    table.header([], [*本方案*], [*#other.title*]),
    [数量], [#run.count], [#other.count],
    [怎样算走得到], [#run.reach], [#other.reach],
    [现在走得到], [#grouped(run.coveredBefore)], [#grouped(other.coveredBefore)],
    [方案以后], [#grouped(run.coveredAfter)], [#grouped(other.coveredAfter)],
    [两个方案都有的地点], table.cell(colspan: 2, align: center)[#run.chosen.filter(one => other.chosen.map(it => it.id).contains(one.id)).len() 处],
  )
]

== 怎样算的
- 需求：#run.demand。#run.demandMethod
- 走得到：#run.reach。
- 方法：最大覆盖选址（Church、ReVelle，1974），用 HiGHS 求解；人数按选出的地点重新数过，不取求解器自己的数。
- 由 #run.madeBy 于 #run.madeOn 计算，共用到 #run.stations 个在用驿站。这是估计，不是调查；建不建、停不停由会议决定。
`
