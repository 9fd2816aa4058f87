import type { Snapshot } from '#compiler';
import { type Scope, scopeOf } from '#compiler/service';
import type { DocumentController } from '../document/controller.ts';
import { TextPlaces } from './convert.ts';

/** A text that something is asked about, as it is now: what it means, and where in it is what. */
export interface Asked {
	readonly text: string;
	/** The document's version. */
	readonly version: number;
	readonly compilation: Snapshot;
	readonly places: TextPlaces;
	/** The names that the program and its catalogue know; worked out when they are first asked for. */
	readonly scope: () => Scope;
}

/** The newest text of a document, to be asked about. The same object as long as nothing changes. */
export function askedAbout(document: DocumentController<Snapshot>): () => Asked {
	let last: Asked | null = null;
	return () => {
		const { text, version, reading } = document.current();
		if (last?.compilation === reading && last.version === version) return last;
		last = asked(text, reading, version);
		return last;
	};
}

/** A text to be asked about. */
export function asked(text: string, compilation: Snapshot, version = 0): Asked {
	const { catalog = null, today = null } = compilation.checked.options;
	let scope: Scope | null = null;
	return {
		text,
		version,
		compilation,
		places: new TextPlaces(text),
		scope: () => (scope ??= scopeOf(compilation.document, catalog, today)),
	};
}
