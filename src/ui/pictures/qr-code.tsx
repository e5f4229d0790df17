type QrCodeProps = {
  /** One path on a square of `size` modules. */
  readonly path: string
  readonly size: number
  /** What is reached by scanning it. */
  readonly label: string
}

const QUIET_MODULES = 4

/** A code to scan from a screen: dark on white whatever the theme is, with the quiet zone that scanners need. */
export function QrCode({ path, size, label }: QrCodeProps) {
  const side = size + 2 * QUIET_MODULES
  return (
    <svg
      className="ui-qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" transform={`translate(${QUIET_MODULES} ${QUIET_MODULES})`} />
    </svg>
  )
}
