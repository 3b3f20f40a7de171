import { sizeOf } from '../../../engine/tensor.ts';
import { refusal } from '../../../contract/refusal.ts';
import type { Task } from '../task.ts';

/** One evaluation of an enlarger. @throws Failure recipe-invalid for a picture of another size; the network's pass. */
export const enlarge: Task<'enlarge'> = (picture, { model }) => {
  if (model.family !== 'enlarger') throw refusal('model', model.manifest.id, 'enlarger');
  const { shape } = model.manifest;
  if (picture.data.length !== sizeOf([1, ...shape])) {
    throw refusal('picture', `[${picture.shape.join(', ')}]`, `[${[1, ...shape].join(', ')}]`);
  }
  return model.network(picture);
};
