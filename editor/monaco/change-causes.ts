import { TYPING_LABEL } from '../document/history.ts';

/** Why a text view changed its text. */
export interface Cause {
	/** How the history calls it. */
	readonly label: string;
	/** It follows from what was typed just before. */
	readonly followsTyping: boolean;
}

const typing: Cause = { label: TYPING_LABEL, followsTyping: false };

/** What the history calls the changes that Monaco's own actions make. Everything else is typing. */
const labels: Readonly<Record<string, string>> = {
	paste: 'Paste',
	cut: 'Cut',
	suggest: 'Complete',
	snippet: 'Complete',
	rename: 'Rename',
	replace: 'Replace',
	replaceAll: 'Replace all',
	'editor.action.commentLine': 'Turn lines into comments and back',
	'editor.action.addCommentLine': 'Turn lines into comments',
	'editor.action.removeCommentLine': 'Turn comments into lines',
	'editor.action.moveLinesUpAction': 'Move lines up',
	'editor.action.moveLinesDownAction': 'Move lines down',
	'editor.action.copyLinesUpAction': 'Copy lines',
	'editor.action.copyLinesDownAction': 'Copy lines',
	'editor.action.duplicateSelection': 'Copy the selection',
	'editor.action.deleteLines': 'Remove lines',
	'editor.action.joinLines': 'Join lines',
	'editor.action.indentLines': 'Indent lines',
	'editor.action.outdentLines': 'Outdent lines',
	'editor.action.sortLinesAscending': 'Sort lines',
	'editor.action.sortLinesDescending': 'Sort lines',
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
	if (name === LAYOUT) return { label: 'Lay out the line', followsTyping: true };
	const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
	if (label === undefined) return typing;
	const newName = name === 'rename' ? textOf(reason, '$$$newName') : '';
	return { label: newName === '' ? label : `Rename to ${newName.trim()}`, followsTyping: false };
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
