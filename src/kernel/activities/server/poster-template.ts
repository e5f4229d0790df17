import { posterHead } from '#platform/documents/poster-head.ts'

/** One A4 page, to be read from two metres and scanned from one. */
export const posterTemplate = `
${posterHead}
#poster-head(data.organiser)
#v(8mm)
#align(center)[
  #set par(leading: 0.6em)
  #text(if data.title.clusters().len() > 14 { 26pt } else { 34pt }, weight: "bold", hyphenate: false)[#data.title]
  #v(3mm)
  #text(16pt)[#data.time]
  #v(1mm)
  #text(14pt, fill: quiet)[#data.place]
  #v(8mm)
  #image(bytes(data.qr), width: 112mm, alt: data.title)
  #v(6mm)
  #text(36pt, weight: "bold", fill: red)[扫码签到]
  #v(0.5mm)
  #text(13pt, fill: quiet)[Scan to check in · 微信或手机相机]
]
#v(1fr)
#grid(
  columns: (1fr, auto),
  text(10pt, fill: quiet)[没有报名、还有名额的，扫码也能参加 · #data.host],
  text(12pt, weight: "bold")[#data.code],
)
`
