/**
 * A vitest reporter that writes what scripts/test.mjs needs into the file MILLRACE_TEST_SUMMARY:
 * counts, failures, and skipped tests with their reasons (which vitest's JSON reporter leaves out).
 */
import { writeFileSync } from 'node:fs';

export default class SummaryReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const summary = { passed: 0, failures: [], skipped: [] };
    for (const module of modules) {
      const file = module.relativeModuleId ?? module.moduleId;
      // A file that could not be loaded, and hooks that failed, have no failed test of their own.
      for (const error of module.errors()) summary.failures.push(failure(file, [error]));
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) summary.failures.push(failure(`${file} > ${suite.fullName}`, [error]));
      }
      for (const test of module.children.allTests()) count(summary, file, test);
    }
    for (const error of unhandledErrors) summary.failures.push(failure('outside any test', [error]));
    const target = process.env['MILLRACE_TEST_SUMMARY'];
    if (target !== undefined) writeFileSync(target, JSON.stringify(summary));
  }
}

function count(summary, file, test) {
  const name = `${file} > ${test.fullName}`;
  const result = test.result();
  if (result.state === 'passed') summary.passed++;
  else if (result.state === 'skipped') summary.skipped.push({ name, reason: result.note ?? '' });
  // A test still pending never ran to its end: the run was cut.
  else summary.failures.push(failure(name, result.errors ?? []));
}

function failure(name, errors) {
  const first = errors[0];
  return { name, message: String(first?.message ?? first ?? 'it did not end').split('\n').slice(0, 6).join('\n') };
}
