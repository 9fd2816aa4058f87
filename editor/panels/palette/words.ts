import { palette } from '../../messages/en/palette.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the command palette says. */
export const words = wordsOf('palette', palette);
