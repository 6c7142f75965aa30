// Reads what `npm audit --omit=dev --json` says and puts it in a line. Exit code 1: a package that publishing stands on has a known vulnerability that is high or
// critical. Where the registry gives no answer (offline, a mirror without advisories) nothing was checked; that is said, and fails nothing.
import { readFileSync } from 'node:fs'

const report = readReport(readFileSync(0, 'utf8'))
const counts = report?.metadata?.vulnerabilities
if (counts === undefined) {
  tell('npm audit: not checked, the registry gave no answer.')
} else {
  const grave = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => severity === 'high' || severity === 'critical')
  tell(`npm audit: ${counts.total} known vulnerabilities in what publishing stands on, ${grave.length} high or critical.`)
  for (const { name, severity, range } of grave) tell(`  ${severity}: ${name} ${range}`)
  process.exitCode = grave.length > 0 ? 1 : 0
}

function readReport(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function tell(line) {
  process.stdout.write(`${line}\n`)
}
