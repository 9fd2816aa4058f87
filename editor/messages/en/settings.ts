import { frame } from './settings/frame.ts';
import { general } from './settings/general.ts';

/** Everything that the settings of a program say. */
export const settings = { frame, general } as const;
