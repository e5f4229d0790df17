/**
 * Imported by a city before its own start: a test run that is killed tells nobody, but the channel to it closes, and
 * the city ends as on SIGTERM, its database with it.
 */
process.on('disconnect', () => void process.kill(process.pid, 'SIGTERM'))

export {}
