import type * as Monaco from 'monaco-editor/editor';
import type { Snapshot } from '#compiler';
import type { DocumentController } from '../../document/controller.ts';
import { askedAbout } from '../asked.ts';
import type { SampleTeller } from '../sample-points.ts';
import { provideChanges } from './changes.ts';
import { provideColours } from './colours.ts';
import { provideCompletion } from './completion.ts';
import { provideHints } from './hints.ts';
import { provideLenses } from './lenses.ts';
import { provideNames } from './names.ts';
import { provideOutline } from './outline.ts';
import { allOf, type Provided } from './provide.ts';

/** What the language service is connected to. */
export interface LanguageDesk {
	readonly document: DocumentController<Snapshot>;
	readonly sample: SampleTeller;
	/** Shows the rule of a name on the canvas. */
	readonly showOnCanvas: (rule: string) => void;
}

/** Connects the language service to one text view. */
export function provideLanguage(
	monaco: typeof Monaco,
	model: Monaco.editor.ITextModel,
	{ document, sample, showOnCanvas }: LanguageDesk,
): Monaco.IDisposable {
	const asked = askedAbout(document);
	const provided: Provided = { monaco, model, ask: (about) => (about === model ? asked() : null) };
	return allOf([
		provideCompletion(provided),
		provideNames(provided),
		provideOutline(provided),
		provideColours(provided),
		provideHints(provided, sample),
		provideLenses(provided, showOnCanvas),
		provideChanges(provided, document),
	]);
}
