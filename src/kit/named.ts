/** Ids with their names in the visitor's language, as a choice lists them. */
export function named<Id extends string>(
  ids: readonly Id[],
  names: Readonly<Record<Id, string>>,
): readonly { id: Id; text: string }[] {
  return ids.map((id) => ({ id, text: names[id] }));
}
