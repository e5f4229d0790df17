/**
 * The mark of Zhenyi, 振翼: a wing at the first beat, three feathers rising from one root. Drawn for
 * this project and the only picture in the deep red.
 */
export function Mark({ size = 28, label }: { size?: number; label?: string }) {
  const access = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className="ui-mark" viewBox="0 0 32 32" width={size} height={size} {...access}>
      <path d="M4 27C5 14 13 5.5 29 3c-2.5 6-7 9.5-13 11.500C11 16.2 7 20 4 27Z" />
      <path d="M6.5 27.500C9 21 13 17.7 17.5 16.200c3.5-1.2 6-2.5 8-4.2-1 5.5-4 8.5-8.5 10C13 23.3 9.5 25 6.5 27.500Z" />
      <path d="M10.5 28c2.5-2 5-3.3 8-4.3 1.7-.6 3-1.2 4.2-2.2-.7 4-3 6.3-6.2 6.9-2 .4-4 .1-6-.4Z" />
    </svg>
  )
}
