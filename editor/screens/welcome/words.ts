import { welcome } from '../../messages/en/welcome.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that is said before there is a program. */
export const words = wordsOf('welcome', welcome);
