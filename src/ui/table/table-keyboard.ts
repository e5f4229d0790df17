import { useState, type KeyboardEvent } from 'react'

export type RowKeys = {
  rowCount: number
  /** Brings a row into the page before it takes the focus; a long table draws only what is seen. */
  reveal: (index: number) => void
  toggle: (index: number) => void
  selectAll: () => void
  copy: () => void
}

const pageRows = 10

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + pageRows,
  PageUp: (index) => index - pageRows,
  Home: () => 0,
  End: (_, last) => last,
}

/**
 * One row of the table is in the tab order and the arrows move it. Keys are left alone inside a control
 * of a cell, where they belong to that control.
 */
export function useRowKeys({ rowCount, reveal, toggle, selectAll, copy }: RowKeys) {
  const [activeIndex, setActiveIndex] = useState(0)
  const last = Math.max(0, rowCount - 1)
  const active = Math.min(activeIndex, last)

  const moveTo = (body: HTMLElement, index: number) => {
    const next = Math.max(0, Math.min(last, index))
    setActiveIndex(next)
    reveal(next)
    requestAnimationFrame(() => rowElement(body, next)?.focus())
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof HTMLTableRowElement)) return
    const body = event.currentTarget
    const move = moves[event.key]
    const command = event.ctrlKey || event.metaKey
    if (move) {
      moveTo(body, move(active, last))
      if (event.shiftKey) toggle(Math.max(0, Math.min(last, move(active, last))))
    } else if (event.key === ' ') toggle(active)
    else if (event.key === 'Enter') rowElement(body, active)?.querySelector('a')?.click()
    else if (command && event.key === 'a') selectAll()
    else if (command && event.key === 'c' && !hasTextSelected()) copy()
    else return
    event.preventDefault()
  }

  return { active, setActiveIndex, onKeyDown }
}

function rowElement(body: HTMLElement, index: number): HTMLElement | null {
  return body.querySelector<HTMLElement>(`tr[data-index="${index}"]`)
}

/** A person who marked words with the mouse wants those words, not the rows. */
function hasTextSelected(): boolean {
  return (getSelection()?.toString() ?? '') !== ''
}
