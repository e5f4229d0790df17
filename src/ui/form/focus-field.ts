const focusable =
  'input:not([type=hidden]):not([aria-hidden] *), textarea, button:not([aria-hidden] *), [role=spinbutton]'

/**
 * Moves to the control of the field called `name`. Composite fields (select, number, date) carry their
 * value in a hidden input, so the way leads through the field around it to what can be focused.
 */
export function focusField(form: HTMLFormElement | null, name: string): void {
  const named = form?.querySelector(`[name="${CSS.escape(name)}"]`)
  const field = named?.closest('.ui-field') ?? named?.parentElement
  const control = field?.querySelector<HTMLElement>(focusable)
  field?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
