#!/usr/bin/env node
// What a bus reader does with a code. Runs on the Node that is installed with the platform; needs no server and no database.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const node =
  Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : here('../node_modules/node/bin/node')
const cli = here('../src/programmes/green-travel/verifier/cli.ts')
const { status, error } = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' })
if (error) throw error
process.exit(status ?? 1)
