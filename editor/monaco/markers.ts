import type * as Monaco from 'monaco-editor/editor';
import { isUnused } from '#compiler/service';
import type { Problem } from '#grammar';
import { spoken } from '../messages/language.ts';
import { problemWords, relatedWords } from '../messages/problem-words.ts';
import { TextPlaces } from './convert.ts';

/** The owner of the language's markers. */
const OWNER = 'earn';

/** Where each problem is explained, by its code. */
const PROBLEM_PAGE = '/docs/problems';

/** Underlines the problems of a text. The list is the one that the canvas and the problem panel show. */
export function showProblems(
	monaco: typeof Monaco,
	model: Monaco.editor.ITextModel,
	text: string,
	problems: readonly Problem[],
): void {
	const places = new TextPlaces(text);
	const markers = problems.map((problem) => markerOf(monaco, model, places, problem));
	monaco.editor.setModelMarkers(model, OWNER, markers);
}

/** A problem as a marker; its hint is the last line of the message, its code leads to the page that explains it. */
export function markerOf(
	monaco: typeof Monaco,
	model: Monaco.editor.ITextModel,
	places: TextPlaces,
	problem: Problem,
): Monaco.editor.IMarkerData {
	const { code, severity, span, related } = problem;
	return {
		...places.range(span),
		severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
		message: messageOf(problem),
		code: { value: code, target: monaco.Uri.parse(new URL(`${PROBLEM_PAGE}#${code}`, location.href).href) },
		...(isUnused(code) ? { tags: [monaco.MarkerTag.Unnecessary] } : {}),
		...(related
			? {
					relatedInformation: [
						{ resource: model.uri, message: quoted(relatedWords(related)), ...places.range(related.span) },
					],
				}
			: {}),
	};
}

function messageOf(problem: Problem): string {
	const { message, hint } = problemWords(problem);
	return quoted(hint ? `${message}\n${hint}` : message);
}

/** Monaco shows messages as they are: the user's words stand in quotes there, kept apart from what is read from the right. */
export function quoted(message: string): string {
	return message.replace(/`([^`]*)`/g, spoken().direction === 'rtl' ? '\u2068“$1”\u2069' : '“$1”');
}
