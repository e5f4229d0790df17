#!/usr/bin/env node
// The CLI runs on the Node that is installed with the platform (24), whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const node =
  Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : here('../node_modules/node/bin/node')
const { status, error } = spawnSync(node, [here('../src/app/cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
if (error) throw error
process.exit(status ?? 1)
