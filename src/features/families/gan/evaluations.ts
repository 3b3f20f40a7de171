import { fetchJson } from '../../../session/fetch-json.ts';
import { measuresOf, type Evaluation, type Measures } from './logic/measures.ts';

const files = import.meta.glob<string>('../../../../models/*/evaluation.json', {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
});

/** What was measured of a model; nothing where nothing was. @throws Failure download-failed */
export async function measuredOf(id: string): Promise<readonly Measures[]> {
  const url = files[`../../../../models/${id}/evaluation.json`];
  return url === undefined ? [] : measuresOf((await fetchJson(new URL(url, document.baseURI).href)) as Evaluation);
}
