import { applyEdits, type TextEdit } from '#grammar';
import type { CheckOptions } from '../check/check.ts';
import { type Compilation, compile } from '../compile.ts';
import { advance, type Snapshot } from '../snapshot.ts';

/** What a program comes to after edits. One that goes on from a snapshot costs what the edits touch, not the whole text. */
export function afterEdits(compilation: Compilation, edits: readonly TextEdit[], options: CheckOptions): Compilation {
	return isSnapshot(compilation) ? advance(compilation, edits) : compile(applyEdits(compilation.source, edits), options);
}

function isSnapshot(compilation: Compilation): compilation is Snapshot {
	return 'reading' in compilation && 'checked' in compilation;
}
