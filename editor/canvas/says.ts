import { canvas } from '../messages/en/canvas.ts';
import { wordsOf } from '../messages/message.ts';

/** Everything that the canvas, its outline and its overlays say besides the clauses themselves. */
export const says = wordsOf('canvas', canvas);
