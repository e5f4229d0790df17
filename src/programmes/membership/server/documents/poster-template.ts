import { posterHead } from '#platform/documents/poster-head.ts'

/** One A4 page, to be read from two metres and scanned from one. */
export const posterTemplate = `
${posterHead}
#poster-head[加入工会 · Join the union]
#v(7mm)
#align(center)[
  #set par(leading: 0.55em)
  #text(if data.union.clusters().len() > 14 { 26pt } else { 34pt }, weight: "bold", hyphenate: false)[#data.union]
  #v(1mm)
  #text(12pt, fill: quiet)[#data.district]
  #v(6mm)
  #image(bytes(data.qr), width: 108mm, alt: data.union)
  #v(6mm)
  #text(34pt, weight: "bold", fill: red)[扫码入会 · 三分钟]
  #v(0.5mm)
  #text(13pt, fill: quiet)[Scan to join: three minutes, no charge, no app]
]
#v(5mm)
#grid(
  columns: (1fr, 1fr, 1fr),
  column-gutter: 6mm,
  align: center,
  [#text(14pt, weight: "bold")[1 扫码] \\ #text(10.5pt)[微信或手机相机]],
  [#text(14pt, weight: "bold")[2 填四项] \\ #text(10.5pt)[姓名、证件号、手机、职业]],
  [#text(14pt, weight: "bold")[3 等批准] \\ #text(10.5pt)[三个工作日内答复]],
)
#v(1fr)
#grid(
  columns: (1fr, auto),
  text(10pt, fill: quiet)[不用下载，不收费 · #data.host],
  text(12pt, weight: "bold")[#data.code],
)
`
