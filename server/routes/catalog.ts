import { Hono } from 'hono';
import { parseMinor } from '#compiler';
import type { StoredCatalog } from '#runtime';
import { readBody } from '../body.ts';
import type { CatalogWire, Fault } from '../contract.ts';
import { type Env, faulty, refuse } from '../problems.ts';
import type { Services } from '../services.ts';
import { catalog } from '../shapes.ts';
import { unknownProgram } from './programs.ts';

/** `/v1/programs/:program/catalog`: stores and items. */
export function catalogRoutes({ stores, engine }: Services): Hono<Env> {
	const routes = new Hono<Env>();

	routes.get('/:program/catalog', async (context) => {
		const id = context.req.param('program');
		if (!(await stores.programs.exists(id))) return refuse(context, unknownProgram(id));
		return context.json<CatalogWire>(catalogWire(await stores.catalogs.get(id)));
	});

	routes.put('/:program/catalog', async (context) => {
		const id = context.req.param('program');
		const program = await stores.programs.get(id);
		if (!program) return refuse(context, unknownProgram(id));
		const body = await readBody(context, catalog);
		if (!body.ok) return refuse(context, body.refusal);
		const settings = engine.prepare(program.draft.text).compilation.healthyPlan?.program;
		const faults = settings ? faultsOfPrices(body.value.items, settings.currencyDecimals, settings.currency) : [];
		if (faults.length > 0) return refuse(context, faulty('invalid-request', faults));
		await stores.catalogs.replace(id, storedCatalog(body.value));
		return context.json<CatalogWire>(catalogWire(await stores.catalogs.get(id)));
	});

	return routes;
}

type CatalogShape = ReturnType<typeof catalog.parse>;

function faultsOfPrices(items: CatalogShape['items'], decimals: number, currency: string): Fault[] {
	return items.flatMap(({ price }, index) => {
		const parsed = price === undefined ? null : parseMinor(price, decimals);
		if (!parsed || parsed.ok) return [];
		const message = `The price \`${price}\` ${parsed.why}; it is an amount in ${currency}.`;
		return [{ path: `/items/${index}/price`, code: 'not-an-amount', message }];
	});
}

/** A catalogue as it is stored, from its wire form. */
export function storedCatalog({ stores, items }: CatalogShape | CatalogWire): Omit<StoredCatalog, 'revision'> {
	return {
		stores: stores.map(({ id, name, chain = null, city = null }) => ({ id, name, chain, city })),
		items: items.map(({ sku, name, category = null, subcategory = null, price = null }) => {
			return { sku, name, category, subcategory, price };
		}),
	};
}

function catalogWire({ stores, items }: StoredCatalog): CatalogWire {
	return { stores: stores.map(withoutNulls), items: items.map(withoutNulls) };
}

type WithoutNulls<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

/** What a record lacks is absent on the wire. */
function withoutNulls<T extends object>(record: T): WithoutNulls<T> {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as WithoutNulls<T>;
}
