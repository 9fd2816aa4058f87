import { filters } from './settings/filters.ts';
import { frame } from './settings/frame.ts';
import { general } from './settings/general.ts';

/** Everything that the settings of a program say. */
export const settings = { frame, general, filters } as const;
