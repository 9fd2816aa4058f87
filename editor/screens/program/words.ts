import { program } from '../../messages/en/program.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the frame of a program says. */
export const words = wordsOf('program', program);
