import { characterPoints, letterGapPoints, letterMm, lineMm, pageMm, pointSize } from './official-document.ts'

const { width, height, top, left, typeWidth, typeHeight } = pageMm

/** The layout of GB/T 9704-2012 as Typst. It reads `data`: the document, a family of fonts for each face, days in words. */
export const officialTemplate = `
// What is signed and sealed says it among the file's properties alone.
#set document(description: if data.fonts == "" { none } else { data.fonts })
#let red = rgb("#d7000f")
#let mm-line = ${lineMm}mm
#let face(of) = data.families.at(of)
#let has(key) = key in data and data.at(key) != none and data.at(key) != ""
#let is-letter = data.at("format", default: none) == "letter"
#let name-size = if has("letterhead") { calc.min(${pointSize.letterhead}pt, 150mm / calc.max(1, data.letterhead.clusters().len())) }
#let (thick, thin) = (1.5pt, 0.5pt)
#let double-line(upper, lower) = stack(spacing: 1pt, ..(upper, lower).map(width => rect(width: ${letterMm.lineWidth}mm, height: width, fill: red)))
#let letter-head = if is-letter {
  stack(
    spacing: ${letterMm.belowName}mm,
    text(font: face("title"), fill: red, weight: "bold", size: name-size, top-edge: "bounds", bottom-edge: "bounds", data.letterhead),
    double-line(thick, thin),
  )
}
#set page(
  margin: (top: ${top}mm, left: ${left}mm, right: ${width - left - typeWidth}mm, bottom: ${height - top - typeHeight}mm),
  header-ascent: 12mm,
  header: if has("mark") { align(right, text(10.5pt, fill: red)[#data.mark]) },
  // 8.1: lines of a letter, the thick one outside, and its issuer's name; they stand on the first page alone.
  background: context if is-letter and counter(page).get().first() == 1 {
    place(top + center, dy: ${letterMm.top}mm, letter-head)
    place(bottom + center, dy: -${letterMm.lineAbove}mm, double-line(thin, thick))
  },
  footer-descent: 7mm,
  footer: context if not is-letter or counter(page).get().first() > 1 {
    let page-number = counter(page).get().first()
    align(if calc.odd(page-number) { right } else { left }, text(font: face("page"), ${pointSize.small}pt)[#h(1em)— #page-number —#h(1em)])
  },
)
// The frame of a line reaches from its top to its bottom, so that lines stand on the standard's grid.
#set text(font: face("body"), size: ${pointSize.body}pt, top-edge: 0.8em, bottom-edge: -0.2em, cjk-latin-spacing: none,
  tracking: ${characterPoints - pointSize.body}pt)
#set par(leading: mm-line - ${pointSize.body}pt, spacing: mm-line - ${pointSize.body}pt, justify: true, first-line-indent: 0em)
// Two of the 28 letters, so that 26 follow on the first line.
#let indented(body) = par(first-line-indent: (amount: ${2 * characterPoints}pt, all: true), body)
#let blank = v(mm-line, weak: false)

#if is-letter {
  context v(${letterMm.top - pageMm.top}mm + measure(letter-head).height + ${letterGapPoints}pt)
  align(right, text(top-edge: "bounds", data.at("number", default: "")))
  v(mm-line * 2)
} else if has("letterhead") {
  // 7.2.4: its upper edge 35 mm below that of the type area; 7.2.5: the number two lines below it.
  v(35mm)
  block(width: 100%, align(center, text(font: face("title"), fill: red, weight: "bold", size: name-size)[#data.letterhead]))
  v(mm-line * 2)
  if has("signedBy") {
    grid(columns: (1fr, 1fr), [#h(1em)#data.at("number", default: "")], align(right)[签发人：#data.signedBy#h(1em)])
  } else {
    align(center)[#data.at("number", default: "")]
  }
  v(4mm - 4pt)
  line(length: 100%, stroke: 1.5pt + red)
  v(mm-line * 2)
}
#align(center, par(justify: false, leading: 12pt, text(font: face("title"), ${pointSize.title}pt, weight: "bold", data.title.split("\n").join(linebreak()))))
// 7.3.2: one line is left free below the title.
#v(mm-line)
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
    block(sticky: true, indented(text(font: face("heading"), block-of.text)))
  } else if block-of.kind == "subheading" {
    block(sticky: true, indented(text(font: face("subheading"), weight: if face("subheading").len() == 1 { "bold" } else { "regular" }, block-of.text)))
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
    // 7.3.5: the day ends four letters from the right, whoever signs stands centred above it.
    context {
      let day-of = if data.signature.on == "" [　　　　年　　月　　日] else [#data.signature.on]
      let free = ${4 * characterPoints}pt
      let overhang = (measure(day-of).width - measure([#data.signature.by]).width) / 2
      align(right)[#data.signature.by#h(calc.max(0pt, free + overhang))]
      align(right)[#day-of#h(free)]
    }
  }
})
// 7.3.7: right below the day.
// An address in it is one long word: the line before it is not drawn out.
#if has("note") { set par(justify: false); indented[（#data.note）] }
#if data.tellsFonts and data.fonts != "" { indented(text(size: 10.5pt, tracking: 0pt, fill: luma(35%), data.fonts)) }
// 8.1: a letter's has neither lines nor who printed it.
#if has("imprint") and is-letter and "copyTo" in data.imprint {
  v(1fr)
  set text(size: ${pointSize.small}pt, tracking: 0pt)
  [#h(1em)抄送：#data.imprint.copyTo。]
} else if has("imprint") and not is-letter {
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
