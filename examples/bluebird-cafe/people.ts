import type { Habit } from './habits.ts';

/** Somebody made up, and how that person visits the cafés. */
export interface Person {
	readonly name: string;
	/** `YYYY-MM-DD`; null where it was never given. */
	readonly birthDate: string | null;
	/** `YYYY-MM-DD`, or how many days before the moment of generation. */
	readonly joined: string | number;
	readonly habit: Habit;
	/** Multiplies how often the habit is followed. */
	readonly eagerness: number;
	/** The stores this person goes to, the usual one first. */
	readonly stores: readonly [string, ...string[]];
	/** What is chosen wherever it fits the occasion. */
	readonly favourites: readonly string[];
}

/** Thirty invented people. Any likeness is chance. */
export const people: readonly Person[] = [
	person(
		'Fatima Al Mansoori',
		'1991-01-14',
		'2022-03-06',
		'commuter',
		1.15,
		['auh-maryah', 'auh-corniche'],
		['SPANISH-LATTE', 'ZAATAR-CROISSANT'],
	),
	person('أحمد الحمادي', '1986-11-28', '2021-10-03', 'regular', 1.4, ['dxb-creek', 'dxb-mall'], ['KARAK', 'FOUL', 'COOKIE']),
	person(
		'Priya Raghunathan',
		'1992-02-29',
		'2023-08-21',
		'commuter',
		1.1,
		['dxb-bay', 'dxb-mall'],
		['FLAT-WHITE', 'CROISSANT', 'FALAFEL-WRAP'],
	),
	person(
		'Juan Carlos dela Cruz',
		'1989-06-24',
		'2022-11-12',
		'shift worker',
		1.1,
		['dxb-airport', 'dxb-creek'],
		['BATCH-BREW', 'CHICKEN-SANDWICH'],
	),
	person(
		'مريم عبد الله الشامسي',
		'1998-12-02',
		'2024-02-11',
		'brunch table',
		0.9,
		['shj-majaz'],
		['ICED-SPANISH', 'PANCAKES', 'BASQUE-SLICE'],
	),
	person('Olena Kovalenko', '1990-09-17', '2023-01-30', 'office', 1.2, ['dxb-bay', 'dxb-marina'], ['V60', 'QUINOA-SALAD']),
	person('Chukwuemeka Okafor', '1984-04-05', '2022-06-18', 'office', 1.35, ['auh-maryah', 'auh-yas'], ['DOPPIO', 'BURGER']),
	person(
		'Siobhán Ní Dhomhnaill',
		'1979-03-17',
		'2021-12-27',
		'weekender',
		0.6,
		['rak-hamra'],
		['BREAKFAST-TEA', 'EGGS-BENEDICT', 'CAKE-SLICE'],
	),
	person(
		'Nguyễn Thị Minh Châu',
		'1996-07-09',
		'2024-05-19',
		'student',
		0.9,
		['shj-university', 'shj-majaz'],
		['ICED-LATTE', 'COOKIE'],
	),
	person(
		'Sheikha Hessa bint Mohammed bin Abdulrahman bin Khalid Al Qassimi Al Hashemi of the House at the Old Creek',
		'1968-05-30',
		'2021-10-03',
		'brunch table',
		1.5,
		['dxb-creek', 'dxb-jumeirah'],
		['MINT-TEA', 'SHAKSHUKA', 'WHOLE-SAFFRON'],
	),
	person('Bo Li', '2001-10-01', '2025-02-08', 'student', 1.2, ['shj-university'], ['MATCHA', 'COOKIE']),
	person(
		'Zoë Müller-Lüdenscheid',
		'1987-08-26',
		'2022-09-14',
		'home office',
		1.1,
		['dxb-jumeirah', 'dxb-marina'],
		['CAPPUCCINO', 'FATTOUSH', 'BEANS-HOUSE'],
	),
	person(
		'Søren Ångström',
		'1982-12-24',
		'2023-04-02',
		'home office',
		0.5,
		['dxb-marina'],
		['AEROPRESS', 'CINNAMON-ROLL', 'BEANS-YIRGACHEFFE'],
	),
	person(
		'José María Fernández de la Vega',
		'1976-01-31',
		'2022-01-23',
		'regular',
		1.25,
		['auh-corniche'],
		['CORTADO', 'CAKE-SLICE'],
	),
	person('田中 遥', '1993-05-05', '2024-09-01', 'regular', 0.45, ['dxb-mall', 'dxb-jumeirah'], ['V60', 'BASQUE-SLICE']),
	person(
		'Aarav Mehta',
		'1997-10-20',
		'2023-11-05',
		'night owl',
		1.5,
		['dxb-marina', 'dxb-creek'],
		['KARAK', 'BURGER', 'FRIES'],
	),
	person('Noura Al Ketbi', '1995-03-03', '2022-12-09', 'commuter', 0.7, ['aan-jimi'], ['LATTE', 'GRANOLA']),
	person(
		'خليفة بن سعيد الكعبي',
		'1972-02-12',
		'2021-11-20',
		'weekender',
		1.1,
		['aan-jimi', 'auh-corniche'],
		['KARAK', 'FOUL', 'HUMMUS'],
	),
	person('Grace Wanjiru', '1992-07-27', '2024-01-15', 'office', 0.5, ['dxb-bay'], ['BREAKFAST-TEA', 'HALLOUMI-WRAP']),
	person(
		'Rashid Karimov',
		'1985-11-08',
		'2023-06-11',
		'shift worker',
		1.3,
		['dxb-airport', 'dxb-union'],
		['ESPRESSO', 'TUNA-MELT'],
	),
	person(
		"Aoife O'Brien",
		'1999-04-19',
		'2025-01-02',
		'night owl',
		0.45,
		['dxb-marina', 'auh-yas'],
		['COLD-BREW', 'TRUFFLE-PASTA'],
	),
	person(
		'Yasmine Haddad',
		'1988-08-08',
		'2022-05-01',
		'brunch table',
		0.5,
		['dxb-jumeirah', 'dxb-marina'],
		['LEMON-MINT', 'AVO-TOAST', 'WHOLE-CARROT'],
	),
	person('Emre Yıldız', '1981-10-29', '2022-08-07', 'office', 1.1, ['auh-maryah'], ['CORTADO', 'CHICKEN-BIRYANI']),
	person(
		'Mary Ann Villanueva',
		'1994-12-16',
		'2023-03-26',
		'commuter',
		1.3,
		['dxb-union', 'dxb-creek'],
		['MOCHA', 'PAIN-CHOCOLAT'],
	),
	person('Danish Iqbal', '1990-06-02', '2024-07-30', 'delivery', 1.2, ['dxb-mall'], ['CHICKEN-BIRYANI', 'ORANGE-JUICE']),
	person('Anahera Te Whata', null, '2024-10-27', 'delivery', 0.35, ['auh-yas'], ['SALMON-BOWL', 'SPARKLING']),
	person(
		'Ludovica Bianchi',
		'1983-09-09',
		'2022-10-16',
		'regular',
		1.3,
		['dxb-jumeirah'],
		['ESPRESSO', 'CROISSANT', 'SOURDOUGH'],
	),
	person('Omar Farouk', null, '2025-03-14', 'occasional', 0.8, ['shj-majaz', 'dxb-mall'], []),
	person('Ingrid Haugen', '1970-02-24', 33, 'weekender', 0.8, ['rak-hamra', 'dxb-marina'], ['BATCH-BREW', 'CINNAMON-ROLL']),
	person('سارة منصور', '2003-03-29', 6, 'occasional', 2.5, ['dxb-mall'], ['ICED-SPANISH']),
];

function person(
	name: string,
	birthDate: string | null,
	joined: string | number,
	habit: Habit,
	eagerness: number,
	stores: readonly [string, ...string[]],
	favourites: readonly string[],
): Person {
	return { name, birthDate, joined, habit, eagerness, stores, favourites };
}
