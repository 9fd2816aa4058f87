import { members } from '../../messages/en/members.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the screens of members say. */
export const words = wordsOf('members', members);
