import {
  attachmentLines,
  characterPoints,
  dayInWords,
  lineMm,
  pageMm,
  pointSize,
  type OfficialDocument,
} from './official-document.ts'
import { renderPdf } from './render-pdf.ts'

/** The document as a PDF in the fonts that we bring: a serif stands for 小标宋 and 仿宋, which are not ours to give. */
export function officialPdf(document: OfficialDocument): Promise<Uint8Array> {
  const { signature, attachments = [], imprint } = document
  return renderPdf({
    template,
    title: document.title.replaceAll('\n', ''),
    language: 'zh-CN',
    data: {
      ...document,
      attachmentLines: attachmentLines(attachments),
      signature: signature && { by: signature.by, on: signature.on === null ? '' : dayInWords(signature.on) },
      imprint: imprint && { ...imprint, printedOn: dayInWords(imprint.printedOn) },
    },
  })
}

const { width, height, top, left, typeWidth, typeHeight } = pageMm

const template = `
#let red = rgb("#d7000f")
#let mm-line = ${lineMm}mm
#let has(key) = key in data and data.at(key) != none and data.at(key) != ""
#set page(
  margin: (top: ${top}mm, left: ${left}mm, right: ${width - left - typeWidth}mm, bottom: ${height - top - typeHeight}mm),
  header-ascent: 12mm,
  header: if has("mark") { align(right, text(10.5pt, fill: red)[#data.mark]) },
  footer-descent: 7mm,
  footer: context {
    let page-number = counter(page).get().first()
    align(if calc.odd(page-number) { right } else { left }, text(${pointSize.small}pt)[#h(1em)— #page-number —#h(1em)])
  },
)
// The frame of a line reaches from its top to its bottom, so that lines stand on the standard's grid.
#set text(font: "Noto Serif SC", size: ${pointSize.body}pt, top-edge: 0.8em, bottom-edge: -0.2em, cjk-latin-spacing: none,
  tracking: ${characterPoints - pointSize.body}pt)
#set par(leading: mm-line - ${pointSize.body}pt, spacing: mm-line - ${pointSize.body}pt, justify: true, first-line-indent: 0em)
#let indented(body) = par(first-line-indent: (amount: 2em, all: true), body)
#let blank = v(mm-line, weak: false)

#if has("letterhead") {
  v(18mm)
  block(width: 100%, align(center, text(fill: red, weight: "bold", size: calc.min(${pointSize.letterhead}pt, 150mm / calc.max(1, data.letterhead.clusters().len())))[#data.letterhead]))
  v(mm-line)
  if has("signedBy") {
    grid(columns: (1fr, 1fr), [#h(1em)#data.at("number", default: "")], align(right)[签发人：#data.signedBy#h(1em)])
  } else {
    align(center)[#data.at("number", default: "")]
  }
  v(4mm - 4pt)
  line(length: 100%, stroke: 1.5pt + red)
  v(mm-line)
}
#align(center, par(justify: false, leading: 12pt, text(${pointSize.title}pt, weight: "bold", data.title.split("\n").join(linebreak()))))
#v(mm-line * 0.6)
#if has("addressee") [#data.addressee：]
#let drawn(block-of) = {
  if block-of.kind == "table" {
    v(2mm)
    set text(size: ${pointSize.small}pt, tracking: 0pt)
    set par(leading: 5pt, justify: false)
    table(
      columns: block-of.widths.map(part => part * 1fr),
      align: center + horizon,
      inset: (x: 4pt, y: 7pt),
      stroke: 0.5pt,
      table.header(..block-of.headings.map(word => text(weight: "bold", word))),
      ..block-of.rows.flatten().map(cell => if cell == "" { [　] } else { [#cell] }),
    )
    v(2mm)
  } else if block-of.kind == "heading" {
    block(sticky: true, indented(text(font: "Noto Sans SC", block-of.text)))
  } else if block-of.kind == "subheading" {
    block(sticky: true, indented(text(weight: "bold", block-of.text)))
  } else {
    indented(block-of.text)
  }
}
#let enclosures = if data.attachmentLines.len() > 0 {
  blank
  for line-of in data.attachmentLines { indented(line-of) }
}
#let closes = has("signature") and data.blocks.len() > 0 and data.blocks.last().kind != "table"
#for block-of in data.blocks.slice(0, data.blocks.len() - if closes { 1 } else { 0 }) { drawn(block-of) }
// 7.3.5: the seal stands on a page with text; the last block comes over with it.
#block(breakable: not closes, width: 100%, {
  if closes { drawn(data.blocks.last()) }
  enclosures
  if has("signature") {
    v(mm-line * 2)
    align(right, {
      let right-of = box(align(center)[#data.signature.by \\ #if data.signature.on == "" [　　　　年　　月　　日] else [#data.signature.on]])
      [#right-of#h(4em)]
    })
  }
})
#if has("note") { blank; indented[（#data.note）] }
#if has("imprint") {
  v(1fr)
  set text(size: ${pointSize.small}pt, tracking: 0pt)
  set par(leading: 6pt, justify: false)
  line(length: 100%, stroke: 1pt)
  if "copyTo" in data.imprint { [#h(1em)抄送：#data.imprint.copyTo。]; v(-4pt); line(length: 100%, stroke: 0.7pt) }
  grid(columns: (1fr, auto), [#h(1em)#data.imprint.printedBy], [#data.imprint.printedOn 印发#h(1em)])
  v(-4pt)
  line(length: 100%, stroke: 1pt)
}
`
