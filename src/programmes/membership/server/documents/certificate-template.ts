/** The letter that the federation of another city asks for: who, from where, since when, until when. */
export const certificateTemplate = `
#let quiet = rgb("#4a4a4a")
#set page(margin: (x: 28mm, top: 32mm, bottom: 28mm))
#set text(size: 14pt)
#set par(leading: 1.1em, first-line-indent: (amount: 2em, all: true), justify: true)

#if data.demo { place(top + right, dy: -14mm, text(12pt, fill: rgb("#9c1820"), weight: "bold")[演示数据 Demo data]) }
#align(center)[
  #text(font: "Noto Serif SC", size: 22pt, weight: "bold")[工会会员会籍转移介绍信]
  #v(1mm)
  #text(10.5pt, fill: quiet)[编号 #data.number]
]
#v(8mm)
#par(first-line-indent: 0em)[#data.to：]

兹有我市“#data.from”会员 #data.name（证件号码 #data.document），自 #data.since 起为工会会员，因工作变动转往你处。其会籍在我市至 #data.lastDay 止，请予接续。

#v(6mm)
#par(first-line-indent: 0em)[#text(10.5pt, fill: quiet)[#data.nameEn, a member of #data.from from #data.since to #data.lastDay, moves to #data.to. Letter no. #data.number.]]
#v(16mm)
#align(right)[
  #data.federation \\
  #data.day
]
`
