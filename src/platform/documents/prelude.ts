/**
 * Stands before every template. A template finds its data in `data`, and never in its own source: what people typed
 * cannot become code.
 */
export const prelude = `
#let document-input = json(bytes(sys.inputs.at("document")))
#let data = document-input.data
#let in-chinese = document-input.language != "en"
#set document(title: document-input.title, date: none)
#set page(paper: "a4")
#set text(
  font: "Noto Sans SC",
  lang: if in-chinese { "zh" } else { "en" },
  region: if in-chinese { "cn" } else { "gb" },
)
`
