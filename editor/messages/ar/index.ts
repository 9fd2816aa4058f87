import type { Translation } from '../catalogue.ts';
import { canvas } from './canvas.ts';
import { changes } from './changes.ts';
import { counts } from './counts.ts';
import { members } from './members.ts';
import { palette } from './palette.ts';
import { panels } from './panels.ts';
import { phrases } from './phrases.ts';
import { pickers } from './pickers.ts';
import { preview } from './preview.ts';
import { problems } from './problems.ts';
import { program } from './program.ts';
import { prose } from './prose.ts';
import { reasons } from './reasons.ts';
import { refusals } from './refusals.ts';
import { rule } from './rule.ts';
import { rules } from './rules.ts';
import { sentences } from './sentences.ts';
import { service } from './service/index.ts';
import { settings } from './settings.ts';
import { steps } from './steps.ts';
import { templates } from './templates.ts';
import { text } from './text.ts';
import { welcome } from './welcome.ts';

/** Everything that the interface says, in Arabic. */
export const translation: Translation = {
	canvas,
	changes,
	counts,
	members,
	palette,
	panels,
	phrases,
	pickers,
	preview,
	problems,
	program,
	prose,
	reasons,
	refusals,
	rule,
	rules,
	sentences,
	service,
	settings,
	steps,
	templates,
	text,
	welcome,
};
