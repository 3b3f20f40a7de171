import { readFileSync } from 'node:fs';

/** A JSON file below models/. */
export function readModelJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../models/${file}`, import.meta.url), 'utf8'));
}
