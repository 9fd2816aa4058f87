/** A reason to come in, with its hour and its manner. */
export interface Occasion {
	/** Minutes from midnight around which people come; may pass 1440. */
	readonly peakMinute: number;
	/** How far from the peak the last ones come. */
	readonly spreadMinutes: number;
	readonly orderTypes: Readonly<Partial<Record<OrderType, number>>>;
	/** People at one receipt. */
	readonly party: readonly [least: number, most: number];
	/** Counters close at ten and serve no breakfast: some occasions are for cafés only. */
	readonly cafesOnly: boolean;
}

export type OrderType = 'dine_in' | 'pickup' | 'delivery';
export type Channel = 'app' | 'web' | 'kiosk' | 'pos';
export type OccasionName = keyof typeof occasions;
export type Habit = keyof typeof habits;

export const occasions = {
	commute: occasion(7, 50, 55, { pickup: 8, dine_in: 2 }, [1, 1], false),
	breakfast: occasion(8, 50, 75, { dine_in: 8, pickup: 2 }, [1, 2], true),
	pause: occasion(10, 30, 80, { pickup: 7, dine_in: 3 }, [1, 2], false),
	brunch: occasion(10, 40, 95, { dine_in: 9, pickup: 1 }, [2, 5], true),
	lunch: occasion(12, 55, 110, { dine_in: 5, pickup: 4, delivery: 1 }, [1, 2], false),
	afternoon: occasion(16, 0, 130, { dine_in: 5, pickup: 5 }, [1, 2], false),
	dinner: occasion(19, 50, 125, { delivery: 6, dine_in: 4 }, [1, 3], true),
	late: occasion(23, 0, 150, { dine_in: 8, pickup: 2 }, [1, 3], true),
} satisfies Record<string, Occasion>;

/** How each channel shares the orders of a type. */
export const channels: Record<OrderType, Readonly<Partial<Record<Channel, number>>>> = {
	dine_in: { pos: 7, kiosk: 2, app: 1 },
	pickup: { app: 6, pos: 2, kiosk: 2 },
	delivery: { app: 7, web: 3 },
};

/** For each habit how likely each occasion is: from Monday to Sunday. */
export const habits = {
	commuter: {
		pause: [0.5, 0.5, 0.55, 0.5, 0.3, 0.05, 0.05],
		commute: [0.9, 0.95, 0.95, 0.95, 0.8, 0.05, 0],
		lunch: [0.3, 0.35, 0.35, 0.35, 0.2, 0.05, 0.05],
		afternoon: [0.45, 0.5, 0.5, 0.45, 0.2, 0.1, 0.1],
		brunch: [0, 0, 0, 0, 0, 0.2, 0.15],
	},
	office: {
		pause: [0.6, 0.6, 0.6, 0.6, 0.4, 0, 0],
		commute: [0.4, 0.45, 0.45, 0.4, 0.3, 0, 0],
		lunch: [0.8, 0.85, 0.85, 0.8, 0.55, 0.05, 0],
		afternoon: [0.4, 0.4, 0.45, 0.4, 0.2, 0, 0.05],
		dinner: [0.05, 0.05, 0.05, 0.1, 0.15, 0.1, 0.05],
	},
	regular: {
		pause: [0.3, 0.3, 0.3, 0.3, 0.2, 0.2, 0.2],
		breakfast: [0.5, 0.5, 0.5, 0.5, 0.6, 0.7, 0.7],
		afternoon: [0.7, 0.7, 0.7, 0.7, 0.6, 0.5, 0.5],
		lunch: [0.2, 0.2, 0.2, 0.2, 0.3, 0.3, 0.2],
	},
	'shift worker': {
		pause: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.4],
		commute: [0.6, 0.7, 0.6, 0.7, 0.6, 0.6, 0.5],
		lunch: [0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4],
		afternoon: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3],
	},
	'home office': {
		pause: [0.3, 0.3, 0.3, 0.3, 0.3, 0.2, 0.1],
		breakfast: [0.3, 0.35, 0.35, 0.3, 0.4, 0.4, 0.3],
		lunch: [0.4, 0.4, 0.45, 0.4, 0.3, 0.2, 0.1],
		afternoon: [0.5, 0.5, 0.5, 0.5, 0.3, 0.3, 0.3],
		dinner: [0.1, 0.1, 0.1, 0.15, 0.2, 0.2, 0.15],
	},
	student: {
		pause: [0.5, 0.6, 0.5, 0.6, 0.2, 0, 0.1],
		commute: [0.4, 0.4, 0.4, 0.4, 0.1, 0, 0],
		lunch: [0.4, 0.4, 0.4, 0.4, 0.2, 0.1, 0.05],
		afternoon: [0.8, 0.8, 0.8, 0.8, 0.3, 0.4, 0.6],
		late: [0, 0.05, 0.1, 0.25, 0.3, 0.2, 0],
	},
	'night owl': {
		afternoon: [0.4, 0.4, 0.4, 0.4, 0.5, 0.5, 0.4],
		dinner: [0.4, 0.35, 0.4, 0.4, 0.4, 0.4, 0.3],
		late: [0.1, 0.1, 0.2, 0.6, 0.75, 0.7, 0.15],
	},
	delivery: {
		lunch: [0.2, 0.25, 0.2, 0.25, 0.25, 0.3, 0.3],
		dinner: [0.45, 0.45, 0.5, 0.5, 0.6, 0.6, 0.55],
	},
	'brunch table': {
		brunch: [0, 0, 0, 0.1, 0.35, 0.8, 0.7],
		afternoon: [0.2, 0.25, 0.3, 0.3, 0.4, 0.4, 0.4],
		dinner: [0.1, 0.1, 0.1, 0.15, 0.25, 0.2, 0.15],
		late: [0, 0, 0, 0.05, 0.15, 0.15, 0],
	},
	weekender: {
		breakfast: [0.05, 0.05, 0.05, 0.05, 0.3, 0.6, 0.5],
		lunch: [0.05, 0.05, 0.05, 0.1, 0.3, 0.4, 0.4],
		afternoon: [0.1, 0.1, 0.1, 0.1, 0.4, 0.5, 0.5],
		dinner: [0, 0, 0, 0.1, 0.2, 0.2, 0.1],
	},
	occasional: {
		afternoon: [0.05, 0.05, 0.05, 0.1, 0.1, 0.15, 0.15],
		lunch: [0.05, 0.05, 0.05, 0.05, 0.1, 0.1, 0.1],
		dinner: [0, 0, 0, 0.05, 0.05, 0.1, 0.05],
	},
} satisfies Record<string, Partial<Record<OccasionName, readonly number[]>>>;

function occasion(
	hour: number,
	minute: number,
	spreadMinutes: number,
	orderTypes: Occasion['orderTypes'],
	party: Occasion['party'],
	cafesOnly: boolean,
): Occasion {
	return { peakMinute: hour * 60 + minute, spreadMinutes, orderTypes, party, cafesOnly };
}
