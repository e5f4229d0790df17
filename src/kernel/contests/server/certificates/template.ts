/**
 * One page a certificate, A4 lying. No seal is drawn: whoever gives it away seals it. What proves it is the code, which
 * leads to what the platform recorded.
 */
export const certificateTemplate = `
#let red = rgb("#9c1820")
#let quiet = rgb("#4a4a4a")
#set page(
  flipped: true,
  margin: (x: 34mm, top: 30mm, bottom: 26mm),
  background: {
    place(center + horizon, rect(width: 273mm, height: 186mm, stroke: 2.2pt + red))
    place(center + horizon, rect(width: 268mm, height: 181mm, stroke: 0.6pt + red))
  },
)
#set text(font: "Noto Serif SC", size: 19pt, cjk-latin-spacing: none)
#set par(leading: 1.05em, justify: true)
#for (index, one) in data.certificates.enumerate() {
  if index > 0 { pagebreak() }
  if data.demo { place(top + right, dy: -14mm, text(font: "Noto Sans SC", size: 11pt, fill: red, weight: "bold")[演示数据 Demo data]) }
  align(center, text(size: 40pt, weight: "bold", fill: red, tracking: 0.5em)[#one.heading#h(-0.5em)])
  v(9mm)
  par(justify: false, text(weight: "bold", one.to + "："))
  v(1mm)
  par(first-line-indent: (amount: 2em, all: true), one.text)
  par(first-line-indent: (amount: 2em, all: true), one.closing)
  place(bottom + left, grid(
    columns: (24mm, auto), column-gutter: 4mm, align: horizon,
    image(bytes(one.qr), width: 24mm),
    text(font: "Noto Sans SC", size: 9.5pt, fill: quiet)[编号 #one.number \\ 扫码查验，或打开 \\ #one.address],
  ))
  place(bottom + right, align(center, [#data.organisation \\ #text(size: 16pt, data.day)]))
}
`
