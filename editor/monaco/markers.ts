import type * as Monaco from 'monaco-editor/editor';
import type { Problem } from '#grammar';
import { TextPlaces } from './convert.ts';

/** The owner of the language's markers. */
const OWNER = 'earn';

/** Underlines the problems of a text. The list is the one that the canvas and the problem panel show. */
export function showProblems(
	monaco: typeof Monaco,
	model: Monaco.editor.ITextModel,
	text: string,
	problems: readonly Problem[],
): void {
	const places = new TextPlaces(text);
	const markers = problems.map((problem): Monaco.editor.IMarkerData => {
		const { related } = problem;
		return {
			...places.range(problem.span),
			severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
			message: problem.hint ? `${problem.message}\n${problem.hint}` : problem.message,
			code: problem.code,
			...(related
				? {
						relatedInformation: [{ resource: model.uri, message: related.message, ...places.range(related.span) }],
					}
				: {}),
		};
	});
	monaco.editor.setModelMarkers(model, OWNER, markers);
}
