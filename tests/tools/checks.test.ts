import { describe, expect, it } from 'vitest';
import { countCheck, countVitest, sum, summary } from './checks.mjs';

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('the sum that a test run ends with', () => {
  it('adds up', () => {
    const total = sum([
      { passed: 2, failed: 0, skipped: 1 },
      { passed: 1, failed: 3, skipped: 0 },
    ]);
    expect(summary(total)).toBe('3 passed, 3 failed, 1 skipped');
    expect(summary({ passed: 5, failed: 0, skipped: 0 })).toBe('5 passed, 0 failed');
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...report, testResults })).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a check without tests as one', () => {
    expect(countCheck(0, null)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(2, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('never calls a crash a success', () => {
    expect(countCheck(1, countVitest(report))).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });
});
