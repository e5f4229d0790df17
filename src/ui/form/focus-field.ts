const focusable =
  'input:not([type=hidden]):not([aria-hidden] *), textarea, button:not([aria-hidden] *), [role=spinbutton]'

/**
 * The field called `name`. Composite fields (select, number, date) carry their value in a hidden input, so the way
 * leads through the field around it; what is no field of ours, such as a list of photos, says `data-field`.
 */
function fieldCalled(form: HTMLFormElement, name: string): Element | null {
  const marked = form.querySelector(`[data-field="${CSS.escape(name)}"]`)
  const named = form.querySelector(`[name="${CSS.escape(name)}"]`)
  return marked ?? named?.closest('.ui-field') ?? named?.parentElement ?? null
}

/** Moves to the control of the field called `name`. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form && fieldCalled(form, name)
  const control = field?.querySelector<HTMLElement>(focusable)
  field?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** The names as their fields follow each other on the page; those that no field bears come last, as they were given. */
export function inPageOrder(form: HTMLFormElement | null, names: readonly string[]): string[] {
  const fields = new Map(names.map((name) => [name, form && fieldCalled(form, name)]))
  return [...names].sort((a, b) => {
    const [first, second] = [fields.get(a), fields.get(b)]
    if (!first || !second) return Number(!first) - Number(!second)
    if (first === second) return 0
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}
