import type { Translation } from '../catalogue.ts';
import { counts } from './counts.ts';
import { members } from './members.ts';
import { panels } from './panels.ts';
import { program } from './program.ts';
import { rule } from './rule.ts';
import { rules } from './rules.ts';
import { text } from './text.ts';
import { welcome } from './welcome.ts';

/** Everything that the interface says, in Arabic. */
export const translation: Translation = { counts, members, panels, program, rule, rules, text, welcome };
