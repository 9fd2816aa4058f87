/** The catalogue that a command is given: stores, items and members of a business, against which names are checked. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Catalog, Compilation } from '#compiler';
import { unknownTier } from '#runtime';
import type { Fault } from './contract.ts';
import { reasonOf } from './program-files.ts';
import { catalog as catalogShape, faultsOf, memberId, memberSave } from './shapes.ts';

/** What a catalogue file holds. Prices are left out: no name needs them. */
export interface CatalogContents {
	readonly catalog: Catalog;
	/** Members by their ids, and the tiers in which they were put by hand. */
	readonly members: readonly { readonly id: string; readonly tier: string | null }[];
}

/** A catalogue from a file, or why there is none: a sentence, and every fault of its form by its place. */
export type CatalogRead =
	| { readonly ok: true; readonly contents: CatalogContents }
	| { readonly ok: false; readonly reason: string; readonly faults: readonly Fault[] };

/** The members of a file: what `PUT …/members/:member` takes, and the id that stands in its address. */
const membersShape = z
	.array(z.strictObject({ id: memberId, ...memberSave.shape }))
	.max(1_000_000)
	.optional();

/** Reads a JSON file with what `PUT …/catalog` takes and, if it likes, a list of `members`. */
export async function readCatalog(path: string): Promise<CatalogRead> {
	const refuse = (why: string, faults: readonly Fault[] = []): CatalogRead => {
		return { ok: false, reason: `The catalogue ${path} ${why}`, faults };
	};
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		return refuse(`cannot be read: ${reasonOf(error)}`);
	}
	const json = fromJson(text);
	if ('where' in json) return refuse(`is no JSON${json.where}`);
	const { members, ...rest } = isRecord(json.value) ? json.value : { members: undefined, value: json.value };
	const catalog = catalogShape.safeParse(isRecord(json.value) ? rest : json.value, { reportInput: true });
	const people = membersShape.safeParse(members, { reportInput: true });
	const faults = [
		...(catalog.success ? [] : faultsOf(catalog.error)),
		...(people.success ? [] : faultsOf(people.error).map((fault) => ({ ...fault, path: `/members${fault.path}` }))),
	];
	if (!catalog.success || !people.success) return refuse('does not have the form of a catalogue', faults);
	const { stores, items } = catalog.data;
	return {
		ok: true,
		contents: {
			catalog: {
				stores: stores.map(({ id, name, chain = null, city = null }) => ({ id, name, chain, city })),
				items: items.map(({ sku, name, category = null, subcategory = null }) => {
					return { sku, name, category, subcategory, priceMinor: null };
				}),
			},
			members: (people.data ?? []).map(({ id, tier = null }) => ({ id, tier })),
		},
	};
}

/** Members of a catalogue in tiers that a program does not have; of a program without readable tiers nothing is said. */
export function faultsOfMembers({ members }: CatalogContents, { symbols }: Compilation): readonly Fault[] {
	const tiers = [...symbols.tierByName.keys()];
	if (tiers.length === 0) return [];
	return members.flatMap(({ tier }, index) =>
		tier === null || tiers.includes(tier) ? [] : [unknownTier(`/members/${index}/tier`, tier, tiers)],
	);
}

/** The most faults that are listed one by one. */
const MOST_LISTED = 20;

/** Faults as a terminal shows them, each with its place, one a line. */
export function linesOfFaults(faults: readonly Fault[]): string[] {
	const listed = faults.slice(0, MOST_LISTED).map(({ path, message }) => `  ${path || '/'}: ${message}`);
	const left = faults.length - listed.length;
	return left > 0 ? [...listed, `  and ${left} more`] : listed;
}

/** Why a catalogue could not be read, as a terminal shows it. */
export function describeRefusal({ reason, faults }: Extract<CatalogRead, { ok: false }>): string {
	return faults.length === 0 ? reason : [`${reason}:`, ...linesOfFaults(faults)].join('\n');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a JSON text says, or where reading it stopped as the end of a sentence; empty where that is not known. */
function fromJson(text: string): { readonly value: unknown } | { readonly where: string } {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		const position = /position (\d+)/.exec(String(error))?.[1];
		if (position === undefined) return { where: '' };
		const before = text.slice(0, Number(position)).split('\n');
		return { where: `; reading stopped at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}` };
	}
}
