import { advance, type CheckOptions, type Catalog, dateOfEpochDay, openSnapshot, recheck, type Snapshot } from '#compiler';
import { type Scope, scopeOf } from '#compiler/service';
import type { TextEdit } from '#grammar';
import { dayIn, todayOf } from '../today.ts';
import type { OpenDocument } from './open-document.ts';

/** A document with what it means, and what that was checked against. */
export interface Reading {
	readonly document: OpenDocument;
	readonly compilation: Snapshot;
	readonly options: CheckOptions;
	/** The names that its program knows; worked out when they are first asked for. */
	readonly scope: () => Scope;
}

/** Reads documents, and remembers of each address how it was read last. */
export interface ProgramReader {
	readonly read: (document: OpenDocument) => Reading;
	/** Lets go of a document that was closed. */
	readonly forget: (uri: string) => void;
}

interface Dated extends Reading {
	readonly day: number;
}

/**
 * A reader of documents against a catalogue and today's date in each program's own timezone. A document is read once a day,
 * however many questions are asked of it; after a change only what changed is read again.
 */
export function programReader(catalog: Catalog | null, nowMs: () => number): ProgramReader {
	const readings = new WeakMap<OpenDocument, Dated>();
	const latest = new Map<string, Dated>();
	let day = dayIn('UTC', nowMs());
	const read = (document: OpenDocument): Reading => {
		const known = readings.get(document);
		if (known && known.day === todayOf(known.compilation, nowMs())) return known;
		// The day of the text that was read last is nearly always right, so that a text is checked once only.
		let reading = dated(document, compiled(document, latest.get(document.uri), catalog, day), day);
		day = todayOf(reading.compilation, nowMs());
		if (reading.day !== day) reading = dated(document, recheck(reading.compilation, optionsOf(catalog, day)), day);
		readings.set(document, reading);
		latest.set(document.uri, reading);
		return reading;
	};
	return { read, forget: (uri) => void latest.delete(uri) };
}

function optionsOf(catalog: Catalog | null, day: number): CheckOptions {
	return { catalog, today: dateOfEpochDay(day) };
}

/** Goes on from how the document was read before, where it was. */
function compiled({ text }: OpenDocument, before: Dated | undefined, catalog: Catalog | null, day: number): Snapshot {
	if (!before) return openSnapshot(text, optionsOf(catalog, day));
	const { compilation } = before;
	const changed =
		text === compilation.source ? compilation : advance(compilation, [changeBetween(compilation.source, text)]);
	return before.day === day ? changed : recheck(changed, optionsOf(catalog, day));
}

function dated(document: OpenDocument, compilation: Snapshot, day: number): Dated {
	const { options } = compilation.checked;
	let scope: Scope | undefined;
	return {
		document,
		compilation,
		options,
		day,
		scope: () => (scope ??= scopeOf(compilation.document, options.catalog, options.today)),
	};
}

/** The one edit that makes one text another: everything between what they begin and what they end with alike. */
export function changeBetween(before: string, after: string): TextEdit {
	const most = Math.min(before.length, after.length);
	let same = 0;
	while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++;
	let behind = 0;
	while (
		behind < most - same &&
		before.charCodeAt(before.length - 1 - behind) === after.charCodeAt(after.length - 1 - behind)
	)
		behind++;
	return { span: { start: same, end: before.length - behind }, text: after.slice(same, after.length - behind) };
}
