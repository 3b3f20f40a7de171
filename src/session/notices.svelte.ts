import type { Failure, FailureCode } from '../contract/failure.ts';
import type { Notice, NoticeBoard } from '../kit/notice.ts';

/** The messages on show, newest last. The same one is not told twice. */
export class Notices implements NoticeBoard {
  list = $state.raw<readonly Notice[]>([]);

  add(failure: Failure, retry: (() => void) | null = null): void {
    this.list = [...this.list.filter((notice) => notice.failure.message !== failure.message), { failure, retry }];
  }

  /** What could be tried again has worked in the end. */
  settleFailures(): void {
    if (this.list.some(({ retry }) => retry !== null)) this.list = this.list.filter(({ retry }) => retry === null);
  }

  /** That kind of trouble is over. */
  forget(code: FailureCode): void {
    if (this.list.some(({ failure }) => failure.code === code)) {
      this.list = this.list.filter(({ failure }) => failure.code !== code);
    }
  }

  dismiss(failure: Failure): void {
    this.list = this.list.filter((notice) => notice.failure !== failure);
  }
}
