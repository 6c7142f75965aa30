import type { ConditionId } from './conditions.ts'

/** One condition of the Matterhorn Protocol that a file fails. */
export interface PdfFault {
  condition: ConditionId
  /** Where in the file: `page 2`, `Figure 3`; absent where it is the file as a whole. */
  where?: string
  found: string
}
