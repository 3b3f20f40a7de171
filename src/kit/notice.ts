import type { Failure } from '../contract/failure.ts';

/** Something the visitor should know, and the way back where there is one. */
export interface Notice {
  readonly failure: Failure;
  readonly retry: (() => void) | null;
}

/** The notices on show, and how one goes. */
export interface NoticeBoard {
  readonly list: readonly Notice[];
  dismiss(failure: Failure): void;
}
