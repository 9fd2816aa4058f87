/** Which rooms have messages, as types only: English stands where it is used, and the translations arrive together. */
import type { canvas } from './en/canvas.ts';
import type { changes } from './en/changes.ts';
import type { counts } from './en/counts.ts';
import type { members } from './en/members.ts';
import type { palette } from './en/palette.ts';
import type { panels } from './en/panels.ts';
import type { pickers } from './en/pickers.ts';
import type { preview } from './en/preview.ts';
import type { program } from './en/program.ts';
import type { rule } from './en/rule.ts';
import type { rules } from './en/rules.ts';
import type { settings } from './en/settings.ts';
import type { sentences } from './en/sentences.ts';
import type { steps } from './en/steps.ts';
import type { templates } from './en/templates.ts';
import type { text } from './en/text.ts';
import type { welcome } from './en/welcome.ts';
import type { ProseWords } from './prose-words.ts';
import type { PhraseWords, ProblemWords } from './problem-words.ts';
import type { ReasonWords } from './reason-words.ts';
import type { RefusalWords } from './refusal-words.ts';
import type { ServiceWords } from './service-words.ts';

/** The English messages of every room. */
export interface Catalogue {
	readonly canvas: typeof canvas;
	readonly changes: typeof changes;
	readonly counts: typeof counts;
	readonly members: typeof members;
	readonly palette: typeof palette;
	readonly panels: typeof panels;
	readonly pickers: typeof pickers;
	readonly preview: typeof preview;
	readonly program: typeof program;
	readonly rule: typeof rule;
	readonly rules: typeof rules;
	readonly sentences: typeof sentences;
	readonly settings: typeof settings;
	readonly steps: typeof steps;
	readonly templates: typeof templates;
	readonly text: typeof text;
	readonly welcome: typeof welcome;
}

/** The same messages in another language: no fewer and no more. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** Every room in another language. */
export type Translation = { readonly [R in keyof Catalogue]: Translated<Catalogue[R]> } & {
	readonly problems: ProblemWords;
	readonly phrases: PhraseWords;
	readonly prose: ProseWords;
	readonly reasons: ReasonWords;
	readonly refusals: RefusalWords;
	readonly service: ServiceWords;
};
