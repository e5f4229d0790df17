import { existsSync } from 'node:fs'
import { chromium, type BrowserServer } from 'playwright-core'

const INSTALLED = '/usr/bin/chromium'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's own Chromium, or the one that comes as a package. Throws where neither starts. */
export async function launchChromium(): Promise<BrowserServer> {
  if (existsSync(INSTALLED)) return chromium.launchServer({ executablePath: INSTALLED, args: ARGS })
  const { default: packaged } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  return chromium.launchServer({ executablePath, args: [...packaged.args, ...ARGS] })
}
