import { qrPath } from '../client/qr-path.ts'

/** A QR code for print, without its quiet zone: the page leaves four modules of white around it. */
export function qrSvg(text: string): string {
  const { path, size } = qrPath(text, 'Q')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`
}
