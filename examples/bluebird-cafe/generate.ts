import type { CatalogWire, MemberSave, TransactionWire } from '#server/contract';
import { type BasketLine, decimal, fillBasket, type Shelves, shelve, wireLine } from './basket.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { channels, habits, type Occasion, type OccasionName, occasions, type OrderType } from './habits.ts';
import { type Person, people } from './people.ts';

/** A member with its id, as `PUT …/members/:member` takes it. */
export interface GeneratedMember extends MemberSave {
	readonly id: string;
}

/** Made-up members and what they bought, in the order of time. Every id begins with `GEN-`. */
export interface Generated {
	readonly members: readonly GeneratedMember[];
	readonly transactions: readonly TransactionWire[];
}

const SEED = 20_211_003;
const DAYS = 42;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Dubai has kept one offset all the year since 1920. */
const OFFSET_MS = 4 * 60 * MINUTE_MS;
const COUNTERS_CLOSE = 22 * 60;

interface Visit {
	readonly member: number;
	readonly localMs: number;
	readonly occasion: OccasionName;
	readonly chance: Chance;
}

/** Six weeks of trade before `now`, the same for the same day. Nothing of it happened: see the README beside this file. */
export function generate(catalog: CatalogWire, now: Date): Generated {
	const nowLocalMs = now.getTime() + OFFSET_MS;
	const today = Math.floor(nowLocalMs / DAY_MS);
	const members = people.map((person, index) => memberOf(person, index, today));
	const visits = people
		.flatMap((person, index) => visitsOf(person, index, today, members[index]?.joinedOn ?? ''))
		.filter(({ localMs }) => localMs < nowLocalMs)
		.sort((a, b) => a.localMs - b.localMs || a.member - b.member);
	const till = tillOf(catalog);
	return { members, transactions: visits.map((visit, index) => till(visit, `GEN-${String(index + 1).padStart(5, '0')}`)) };
}

function memberOf(person: Person, index: number, today: number): GeneratedMember {
	const { name, birthDate, joined } = person;
	return {
		id: memberId(index),
		name,
		birthDate,
		joinedOn: typeof joined === 'number' ? dateOf(today - joined) : joined,
	};
}

const memberId = (index: number): string => `GEN-M-${String(index + 1).padStart(2, '0')}`;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

function visitsOf(person: Person, index: number, today: number, joinedOn: string): Visit[] {
	const visits: Visit[] = [];
	const habit: Partial<Record<OccasionName, readonly number[]>> = habits[person.habit];
	for (let day = today - DAYS; day <= today; day++) {
		if (dateOf(day) < joinedOn) continue;
		// One stream for each person and day: the same day looks the same, whenever it is asked for.
		const chance = chanceFrom(SEED + day * 1_000 + index);
		// Day 0 was a Thursday.
		const weekday = (day + 3) % 7;
		for (const [occasion, likely] of Object.entries(habit) as [OccasionName, readonly number[]][]) {
			if (!chance.happens((likely[weekday] ?? 0) * person.eagerness)) continue;
			visits.push({ member: index, localMs: day * DAY_MS + timeOf(occasions[occasion], chance), occasion, chance });
		}
	}
	return visits;
}

const timeOf = (occasion: Occasion, chance: Chance): number =>
	Math.round((occasion.peakMinute + occasion.spreadMinutes * chance.bell()) * 60) * 1_000;

/** Rings up visits. */
function tillOf(catalog: CatalogWire): (visit: Visit, id: string) => TransactionWire {
	const shelves = shelve(catalog);
	const items = new Map(catalog.items.map((item) => [item.sku, item]));
	const cafes = new Set(catalog.stores.filter(({ chain }) => chain === 'Bluebird Café').map(({ id }) => id));
	return ({ member, localMs, occasion, chance }, id) => {
		const person = people[member] as Person;
		const { cafesOnly, orderTypes, party } = occasions[occasion];
		const orderType = chance.weighted<OrderType>(orderTypes);
		const late = (localMs % DAY_MS) / MINUTE_MS >= COUNTERS_CLOSE;
		const store = storeOf(
			person,
			chance,
			(candidate) => cafes.has(candidate) || !(cafesOnly || late || orderType === 'delivery'),
		);
		const lines = basketOf(shelves, chance, person, occasion, party);
		const { amounts, total } = priceOf(lines, orderType, chance);
		return {
			id,
			member: memberId(member),
			at: `${new Date(localMs).toISOString().slice(0, 19)}+04:00`,
			store,
			channel: chance.weighted(channels[orderType]),
			orderType,
			currency: 'AED',
			items: lines.map((line) => wireLine(line, items.get(line.sku) as CatalogWire['items'][number])),
			...amounts,
			total,
		};
	};
}

/** Mostly the usual store; one of the others now and then; any café where the person knows none that is open. */
function storeOf(person: Person, chance: Chance, open: (store: string) => boolean): string {
	const known = person.stores.filter(open);
	const usual = known[0] ?? 'dxb-mall';
	return chance.happens(0.75) ? usual : chance.pick([usual, ...known]);
}

function basketOf(
	shelves: Shelves,
	chance: Chance,
	person: Person,
	occasion: OccasionName,
	party: Occasion['party'],
): BasketLine[] {
	return fillBasket(shelves, chance, person, occasion, chance.between(...party));
}

const VOUCHER_SHARE = 0.07;
const TAX_PERCENT = 5;

interface Price {
	readonly amounts: Pick<TransactionWire, 'discount' | 'taxes' | 'fees' | 'tip'>;
	readonly total: string;
}

/** What is added to and taken off the lines, all in whole fils: the parts always add up to the total. */
function priceOf(lines: readonly BasketLine[], orderType: OrderType, chance: Chance): Price {
	const itemsMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
	const discountMinor = chance.happens(VOUCHER_SHARE) ? Math.min(chance.pick([500, 1_000, 1_500]), itemsMinor) : 0;
	const netMinor = itemsMinor - discountMinor;
	const taxesMinor = Math.floor((netMinor * TAX_PERCENT + 50) / 100);
	const feesMinor = orderType === 'delivery' ? deliveryFeeMinor(netMinor) : 0;
	const tipMinor = tipFor(orderType, netMinor, chance);
	return {
		amounts: {
			discount: decimal(discountMinor),
			taxes: decimal(taxesMinor),
			fees: decimal(feesMinor),
			tip: decimal(tipMinor),
		},
		total: decimal(netMinor + taxesMinor + feesMinor + tipMinor),
	};
}

function deliveryFeeMinor(netMinor: number): number {
	if (netMinor >= 20_000) return 0;
	return netMinor >= 7_500 ? 500 : 900;
}

function tipFor(orderType: OrderType, netMinor: number, chance: Chance): number {
	const likely = { dine_in: 0.3, delivery: 0.4, pickup: 0.03 }[orderType];
	if (!chance.happens(likely)) return 0;
	return netMinor >= 15_000 ? chance.pick([1_000, 1_500, 2_000, 3_000]) : chance.pick([200, 300, 500, 500, 1_000]);
}
