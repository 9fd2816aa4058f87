import { eq, sql } from 'drizzle-orm';
import type { CatalogStore } from '#runtime';
import type { Database } from './open.ts';
import { catalogItems, catalogStores, programs } from './schema.ts';

/** Catalogues in SQLite. */
export function createCatalogStore({ orm, writes }: Database): CatalogStore {
	const revision = orm
		.select({ revision: programs.catalogRevision })
		.from(programs)
		.where(eq(programs.id, sql.placeholder('program')))
		.prepare();
	const revisionOf = (program: string) => revision.get({ program })?.revision ?? 0;

	return {
		revision: async (program) => revisionOf(program),
		get: async (program) => ({
			revision: revisionOf(program),
			stores: orm
				.select({ id: catalogStores.id, name: catalogStores.name, chain: catalogStores.chain, city: catalogStores.city })
				.from(catalogStores)
				.where(eq(catalogStores.program, program))
				.orderBy(catalogStores.position)
				.all(),
			items: orm
				.select({
					sku: catalogItems.sku,
					name: catalogItems.name,
					category: catalogItems.category,
					subcategory: catalogItems.subcategory,
					price: catalogItems.price,
				})
				.from(catalogItems)
				.where(eq(catalogItems.program, program))
				.orderBy(catalogItems.position)
				.all(),
		}),
		replace: (program, { stores, items }) =>
			writes.run(() => {
				orm.delete(catalogStores).where(eq(catalogStores.program, program)).run();
				orm.delete(catalogItems).where(eq(catalogItems.program, program)).run();
				for (const [position, store] of stores.entries()) {
					orm
						.insert(catalogStores)
						.values({ ...store, program, position })
						.run();
				}
				for (const [position, item] of items.entries()) {
					orm
						.insert(catalogItems)
						.values({ ...item, program, position })
						.run();
				}
				const next = revisionOf(program) + 1;
				orm.update(programs).set({ catalogRevision: next }).where(eq(programs.id, program)).run();
				return next;
			}),
	};
}
