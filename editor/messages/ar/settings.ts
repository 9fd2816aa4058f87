import type { Translated } from '../catalogue.ts';
import type { settings as english } from '../en/settings.ts';
import { filters } from './settings/filters.ts';
import { frame } from './settings/frame.ts';
import { general } from './settings/general.ts';

export const settings = { frame, general, filters } satisfies Translated<typeof english>;
