import { pickers } from '../../messages/en/pickers.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the pickers and forms of the canvas say. */
export const says = wordsOf('pickers', pickers);
