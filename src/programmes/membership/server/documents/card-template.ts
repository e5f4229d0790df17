import { markSvg } from '#platform/documents/mark-svg.ts'

/** The card in the size of a bank card on an A4 page, to be cut out, with a line that says what it proves. */
export const cardTemplate = `
#let red = rgb("#9c1820")
#let quiet = rgb("#4a4a4a")
#let mark = bytes(${JSON.stringify(markSvg)})
#set page(margin: 24mm)

#block(
  width: 108mm, height: 68mm, inset: 6mm, radius: 3mm, stroke: 0.8pt + red, clip: true,
  grid(
    columns: (1fr, 34mm),
    column-gutter: 4mm,
    [
      #grid(columns: (8mm, 1fr), column-gutter: 2.5mm, align: horizon,
        image(mark, width: 8mm, alt: "振翼 Zhenyi"),
        text(10.5pt, weight: "bold")[#data.federation])
      #v(2mm)
      #text(9pt, fill: quiet)[工会会员证 · Member’s card]
      #v(3mm)
      #text(19pt, weight: "bold")[#data.name]
      #v(1mm)
      #text(9pt)[#data.union]
      #v(1mm)
      #text(9pt, fill: quiet)[#if data.isRetained [会籍保留 · ]#data.since 起 · since #data.since]
    ],
    align(center)[
      #v(4mm)
      #image(bytes(data.qr), width: 32mm, alt: data.serial)
      #text(8pt, fill: quiet)[扫码核验]
    ],
  ) + place(bottom + left, text(12pt, weight: "bold", tracking: 0.5pt)[#data.serial])
    + if data.demo { place(bottom + right, text(9pt, fill: red, weight: "bold")[演示数据 Demo data]) },
)
#v(6mm)
#text(10pt)[打印日期 #data.printedOn。会员证是否有效，以扫码核验的结果为准；不能代替身份证。]

#text(10pt, fill: quiet)[Printed on #data.printedOn. Whether the card is good is what the code says (#data.host); it replaces no identity card.]
`
