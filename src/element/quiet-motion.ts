import type { Motion } from '../kit/preferences/motion.ts';

/** A widget that does not play by itself rests on its finished picture until somebody touches it or asks it to run. */
export class QuietMotion implements Pick<Motion, 'reduced'> {
  constructor(
    private readonly visitor: Pick<Motion, 'reduced'>,
    private awake: boolean,
  ) {}

  get reduced(): boolean {
    return !this.awake || this.visitor.reduced;
  }

  wake(): void {
    this.awake = true;
  }
}
