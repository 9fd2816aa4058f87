import type { Translated } from '../catalogue.ts';
import type { settings as english } from '../en/settings.ts';
import { frame } from './settings/frame.ts';
import { general } from './settings/general.ts';

export const settings = { frame, general } satisfies Translated<typeof english>;
