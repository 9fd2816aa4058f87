import { attributes } from './settings/attributes.ts';
import { filters } from './settings/filters.ts';
import { frame } from './settings/frame.ts';
import { general } from './settings/general.ts';
import { groups } from './settings/groups.ts';
import { spending } from './settings/spending.ts';
import { tests } from './settings/tests.ts';
import { tiers } from './settings/tiers.ts';

/** Everything that the settings of a program say. */
export const settings = { frame, general, tiers, filters, groups, spending, attributes, tests } as const;
