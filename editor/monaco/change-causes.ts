import { TYPING_LABEL } from '../document/history.ts';
import { says } from '../document/says.ts';

/** Why a text view changed its text. */
export interface Cause {
	/** How the history calls it. */
	readonly label: string;
	/** It follows from what was typed just before. */
	readonly followsTyping: boolean;
}

const typing: Cause = { label: TYPING_LABEL, followsTyping: false };

/** Which message calls the changes that Monaco's own actions make. Everything else is typing. */
const labels: Readonly<Record<string, Exclude<keyof typeof says, 'renameTo'>>> = {
	paste: 'paste',
	cut: 'cut',
	suggest: 'complete',
	snippet: 'complete',
	rename: 'rename',
	replace: 'replace',
	replaceAll: 'replaceAll',
	'editor.action.commentLine': 'toggleComments',
	'editor.action.addCommentLine': 'addComments',
	'editor.action.removeCommentLine': 'removeComments',
	'editor.action.moveLinesUpAction': 'moveUp',
	'editor.action.moveLinesDownAction': 'moveDown',
	'editor.action.copyLinesUpAction': 'copyLines',
	'editor.action.copyLinesDownAction': 'copyLines',
	'editor.action.duplicateSelection': 'copySelection',
	'editor.action.deleteLines': 'removeLines',
	'editor.action.joinLines': 'joinLines',
	'editor.action.indentLines': 'indent',
	'editor.action.outdentLines': 'outdent',
	'editor.action.sortLinesAscending': 'sort',
	'editor.action.sortLinesDescending': 'sort',
};

/** The only edits of this source are the layout that follows a typed line break or brace. */
const LAYOUT = 'formatEditsCommand';

/**
 * Why Monaco changed its model, by the reasons that it attaches to the event. Its declared types leave them out; where they
 * are missing, the change counts as typing, which is what it then most likely is.
 */
export function causeOf(event: object): Cause {
	const reason = metadataOf(event);
	const source = textOf(reason, 'source');
	const name = source === 'cursor' ? nameOfCursorChange(reason) : source === 'unknown' ? textOf(reason, 'name') : source;
	if (name === LAYOUT) return { label: says.layOutLine, followsTyping: true };
	const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
	if (label === undefined) return typing;
	const newName = name === 'rename' ? textOf(reason, '$$$newName') : '';
	return { label: newName === '' ? says[label] : says.renameTo({ name: newName.trim() }), followsTyping: false };
}

function nameOfCursorChange(reason: Fields): string {
	const kind = textOf(reason, 'kind');
	return kind.startsWith('executeCommand') ? textOf(reason, 'detailedSource') : kind;
}

type Fields = Readonly<Record<string, unknown>>;

/** What the first reason of an event says of itself. */
function metadataOf(event: object): Fields {
	const reasons: unknown = Reflect.get(event, 'detailedReasons');
	const first: unknown = Array.isArray(reasons) ? reasons[0] : null;
	return fieldsOf(fieldsOf(first)['metadata']);
}

function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function textOf(fields: Fields, name: string): string {
	const value = fields[name];
	return typeof value === 'string' ? value : '';
}
