import { preview } from '../messages/en/preview.ts';
import { wordsOf } from '../messages/message.ts';

/** Everything that the preview of a rule says. */
export const says = wordsOf('preview', preview);
