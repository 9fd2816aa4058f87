/** The door of the examples: the demo that an empty server begins with. */
import { readFileSync } from 'node:fs';
import type { CatalogWire } from '#server/contract';
import catalogOfBluebird from './bluebird-cafe/catalog.json' with { type: 'json' };
import { type Generated, generate } from './bluebird-cafe/generate.ts';

export type { Generated, GeneratedMember } from './bluebird-cafe/generate.ts';

/** A program with everything around it that makes it worth looking at. */
export interface Demo {
	/** The program's id on the server. */
	readonly id: string;
	readonly programText: string;
	readonly catalog: CatalogWire;
	/** Made-up members, and what they bought in the six weeks before `now`. */
	readonly generate: (now: Date) => Generated;
	/** The moment from which the program's first version counts: ISO 8601, before every transaction. */
	readonly inForceFrom: string;
}

const catalog: CatalogWire = catalogOfBluebird;

/** Bluebird Café. */
export const bluebird: Demo = {
	id: 'bluebird-cafe',
	programText: readFileSync(new URL('bluebird-cafe/program.earn', import.meta.url), 'utf8'),
	catalog,
	generate: (now) => generate(catalog, now),
	inForceFrom: '2024-12-31T20:00:00.000Z',
};
