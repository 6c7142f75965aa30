import { printGithub } from './print-github.ts'
import { printGitlab } from './print-gitlab.ts'
import { printJunit } from './print-junit.ts'
import { printSarif } from './print-sarif.ts'
import { reportFiles, type Reporter, type ReporterName } from './report.ts'

/** Every reporter by its name; one line here and one in `report.ts` add another. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  github: { print: printGithub },
  gitlab: { print: printGitlab, file: reportFiles.gitlab },
  junit: { print: printJunit, file: reportFiles.junit },
  sarif: { print: printSarif, file: reportFiles.sarif },
}
