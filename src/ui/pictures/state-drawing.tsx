export type DrawingKind = 'nothing' | 'done' | 'search' | 'broken' | 'offline' | 'locked'

/** Each is a few strokes over one ground line, so that they read as one hand. */
const strokes: Record<DrawingKind, string> = {
  nothing: 'M38 62V34h44v28M38 34l8-12h28l8 12M38 42h14l4 7h8l4-7h14',
  done: 'M60 62V44M60 44c-14 0-20-8-20-18 12 0 20 6 20 18ZM60 50c0-11 7-17 18-17 0 10-6 17-18 17ZM44 62h32',
  search: 'M56 52a17 17 0 1 0 0-34 17 17 0 0 0 0 34ZM68 47l16 15M49 35h14',
  broken:
    'M24 44h20l6-10M96 44H76l-6-10M50 34v20M70 34v20M50 54l-6-10M70 54l6-10M60 22v6M53 24l3 4M67 24l-3 4',
  offline: 'M40 58a14 14 0 0 1 2-28 20 20 0 0 1 37 4 12 12 0 0 1 3 23.5M52 44l16 16M68 44 52 60',
  locked: 'M44 38h32v24H44zM50 38v-8a10 10 0 0 1 20 0v8M60 47v6',
}

/** A quiet drawing above a sentence that says the same. */
export function StateDrawing({ kind }: { kind: DrawingKind }) {
  return (
    <svg className="ui-state-drawing" viewBox="0 0 120 76" width="120" height="76" aria-hidden>
      <path d="M14 68h92" className="ui-state-ground" />
      <path d={strokes[kind]} />
    </svg>
  )
}
