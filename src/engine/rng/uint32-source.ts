/** Where random numbers come from: uint32, uniform. An MT19937 is one. */
export interface Uint32Source {
  next(): number;
}
