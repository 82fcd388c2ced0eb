import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with two plain lines that any machine understands: how many assertions were made, by which a change
 * of the tests can be compared with what was there before, and `812 passed, 0 failed`.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    let assertions = 0;
    for (const module of modules) {
      const failedBefore = counts.failed;
      for (const test of module.children.allTests()) {
        counts[test.result().state] += 1;
        assertions += test.meta().assertions ?? 0;
      }
      // A file that cannot be loaded or prepared has no failed test of its own.
      if (module.state() === 'failed' && counts.failed === failedBefore) counts.failed += 1;
    }
    console.log(`\n${assertions} assertions in ${modules.length} files`);
    console.log(`${counts.passed} passed, ${counts.failed} failed`);
  }
}
