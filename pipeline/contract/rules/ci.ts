import { defineRule } from '../rule.ts'

/** What can be wrong between a run and the continuous integration around it: git, and the files that reports go to. */
export const ciRules = {
  'no-git': defineRule({
    severity: 'error',
    scope: 'publication',
    description: '--changed-since asks git, and git is not on the machine.',
    reason: () => '--changed-since needs git, which was not found.',
    hint: () => 'Install git (Debian: apt-get install git), or publish everything without --changed-since.',
  }),
  'not-a-repository': defineRule<{ folder: string; detail: string }>({
    severity: 'error',
    scope: 'publication',
    description: '--changed-since was given, and the newspaper does not lie in a git repository that can be read.',
    reason: ({ folder, detail }) => `${folder} is in no repository that git can read (${detail}).`,
    hint: () => 'Publish from a clone of the newspaper’s repository, or without --changed-since.',
  }),
  'unknown-revision': defineRule<{ revision: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'The name after --changed-since is no commit, branch or tag of the repository.',
    reason: ({ revision }) => `Expected a commit, branch or tag after --changed-since, found "${revision}".`,
    hint: () => 'A branch that was not checked out is named origin/main; git fetch brings what is new.',
  }),
  'shallow-clone': defineRule<{ revision: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'The commit after --changed-since is not in this clone, which holds only the last part of the history.',
    reason: ({ revision }) => `This clone is shallow and does not hold "${revision}", so it cannot be compared with.`,
    hint: () => 'Let CI fetch the history: fetch-depth: 0 with actions/checkout, GIT_DEPTH: "0" on GitLab. By hand: git fetch --unshallow.',
  }),
  'git-failed': defineRule<{ detail: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'git could not say what has changed.',
    reason: ({ detail }) => `git could not compare the working tree: ${detail}`,
    hint: () => 'Run git status in the newspaper’s folder and mend what it complains of, or publish without --changed-since.',
  }),
  'report-unwritable': defineRule<{ path: string; detail: string }>({
    severity: 'error',
    scope: 'publication',
    description: 'The file that a report is to go to cannot be written, or lies where only a publish writes.',
    reason: ({ path, detail }) => `The report cannot be written to ${path} (${detail}).`,
    hint: () => 'Name another file with --report-file.',
  }),
}
