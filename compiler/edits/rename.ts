import type { Missing, Name } from '#grammar';
import { BUILT_IN_FILTERS } from '../check/symbols.ts';
import { type Draft, draft, type Refusal, refuse, refuseFor, type Source } from './draft.ts';
import { nameEdit, nameNode, whyNotName } from './names.ts';
import { hasName, namedParts, nouns } from './nouns.ts';
import type { NamedNoun } from './operation.ts';
import { type Part, type PartPath, partAt } from './parts.ts';
import { usesOf } from './uses.ts';
import type { StepLabel } from './step.ts';

/** Plans a rename: where something is declared, and where it is used by what can be read. */
export function planRename(
	source: Source,
	path: PartPath,
	noun: NamedNoun,
	name: string,
	label: StepLabel,
): Draft | Refusal {
	const { text, document } = source;
	const part = partAt(document, path) as Part;
	if (!hasName(part)) return refuse('This rule cannot be read; mend it first.');
	const others = namedParts(document, noun).filter((other) => other !== part);
	const taken = others.flatMap((other) => (other.name.kind === 'name' ? [other.name.text] : []));
	const old = part.name;
	if (old.kind === 'name' && old.text === name) return draft(label, [], document.declarations);
	const reason = whyNotName(name, nouns[noun].words, noun === 'filter' ? [...taken, ...BUILT_IN_FILTERS] : taken);
	if (reason !== null) return refuseFor(reason);
	// Of several declarations of one name the first has the uses.
	const isFirst = namedParts(document, noun).find((each) => textOf(each.name) === textOf(old)) === part;
	const uses = old.kind === 'name' && isFirst ? usesOf(source, noun, old.text) : new Map<number, readonly Name[]>();
	const names = [old, ...[...uses.values()].flat()];
	const changed = new Set<unknown>(names);
	const own = path[0] ?? 0;
	const expected = document.declarations.map((declaration, index) =>
		index === own || uses.has(index) ? renamed(declaration, changed, name) : declaration,
	);
	return draft(
		label,
		names.map((each) => nameEdit(text, each, name)),
		expected,
	);
}

function textOf(name: Name | Missing): string | null {
	return name.kind === 'name' ? name.text : null;
}

/** The same tree with other words in some names. */
function renamed<T>(value: T, names: ReadonlySet<unknown>, to: string): T {
	if (typeof value !== 'object' || value === null) return value;
	if (names.has(value)) return nameNode(value as unknown as Name, to) as T;
	if (Array.isArray(value)) return value.map((item) => renamed(item, names, to)) as T;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, names, to)])) as T;
}
