import { markSvg } from './mark-svg.ts'

/**
 * How every poster of ours begins, as Typst: colours, margins of an A4 page to be read from two metres, and
 * `poster-head(note)` with the federation's name, what the page is, and the demo's mark. Takes `data.federation`, `data.demo`.
 */
export const posterHead = `
#let red = rgb("#9c1820")
#let quiet = rgb("#4a4a4a")
#let mark = bytes(${JSON.stringify(markSvg)})
#set page(margin: (x: 20mm, top: 18mm, bottom: 16mm))

#let poster-head(note) = [
  #grid(
    columns: (16mm, 1fr, auto),
    column-gutter: 5mm,
    align: horizon,
    image(mark, width: 16mm, alt: "振翼 Zhenyi"),
    [
      #text(15pt, weight: "bold")[#data.federation] \\
      #text(10.5pt, fill: quiet)[#note]
    ],
    if data.demo { text(13pt, fill: red, weight: "bold")[演示数据 \\ Demo data] },
  )
  #line(length: 100%, stroke: 1.2pt + red)
]
`
