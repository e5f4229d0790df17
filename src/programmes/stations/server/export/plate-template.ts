import { markSvg } from '#platform/documents/mark-svg.ts'

/** One A4 page a station, to be read from two metres and scanned from one. */
export const plateTemplate = `
#let red = rgb("#9c1820")
#let quiet = rgb("#4a4a4a")
#let mark = bytes(${JSON.stringify(markSvg)})

#set page(margin: (x: 20mm, top: 18mm, bottom: 16mm))

#let plate(station) = {
  grid(
    columns: (16mm, 1fr, auto),
    column-gutter: 5mm,
    align: horizon,
    image(mark, width: 16mm, alt: "振翼 Zhenyi"),
    [
      #text(15pt, weight: "bold")[#data.union] \\
      #text(10.5pt, fill: quiet)[户外劳动者爱心驿站 · Rest station for outdoor workers]
    ],
    if data.demo { text(13pt, fill: red, weight: "bold")[演示数据 \\ Demo data] },
  )
  line(length: 100%, stroke: 1.2pt + red)
  v(8mm)
  align(center)[
    #set par(leading: 0.55em)
    #text(if station.name.clusters().len() > 12 { 27pt } else { 36pt }, weight: "bold", hyphenate: false)[#station.name]
    #v(2mm)
    #text(12pt, fill: quiet)[#station.address]
    #v(7mm)
    #image(bytes(station.qr), width: 112mm, alt: station.name)
    #v(7mm)
    #text(34pt, weight: "bold", fill: red)[扫码打卡 · 反映问题]
    #v(0.5mm)
    #text(13pt, fill: quiet)[Scan to check in, or to report a locked door or anything broken]
  ]
  v(1fr)
  grid(
    columns: (1fr, auto),
    text(10pt, fill: quiet)[用微信或手机相机扫一扫，不用下载、不用登录 · #data.host],
    text(12pt, weight: "bold")[#station.code],
  )
}

#for (index, station) in data.plates.enumerate() {
  if index > 0 { pagebreak() }
  plate(station)
}
`
