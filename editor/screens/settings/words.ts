import { settings } from '../../messages/en/settings.ts';
import { wordsOf } from '../../messages/message.ts';

/** Everything that the settings of a program say. */
export const words = wordsOf('settings', settings);
