import { Menu, Select, Switch } from '@mantine/core';
import { IconDots, IconStairsUp, IconTrash } from '@tabler/icons-react';
import type { Plain, TierBasis, TierMeasure, TiersDeclaration } from '#grammar';
import { tierBases, tierKeepings } from '#compiler/service';
import { useEditing } from '../../../canvas/editing.ts';
import { nameNode } from '../../../canvas/fragments.ts';
import { FilterField } from '../../../canvas/pickers/filter-field.tsx';
import { termOf } from '../../../messages/service-words.ts';
import { ButtonMenu } from '../../../panels/button-menu.tsx';
import { headOf, isYearly, type Moves, tiersOf, turned } from './ladder.ts';
import { LadderPicture } from './ladder-picture.tsx';
import menus from '../parts/declaration-card.module.css';
import { hintBelow, SettingCard, SettingRow } from '../parts/setting-card.tsx';
import type { LadderProps } from './tiers-section.tsx';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

/** What moves members up a ladder, and a picture of it. */
export function LadderCard({ declared }: LadderProps) {
	const { part: ladder } = declared;
	const end = ladder.body?.start ?? ladder.tiers[0]?.span.start ?? ladder.span.end;
	return (
		<SettingCard
			title={words.tiers.ladder}
			about={words.tiers.ladderAbout}
			Icon={IconStairsUp}
			spans={[{ start: ladder.span.start, end }]}
			aside={<LadderMenu declared={declared} />}
		>
			<LadderPicture ladder={ladder} />
			<BasisFields declared={declared} />
			<KeepingFields declared={declared} />
		</SettingCard>
	);
}

function LadderMenu({ declared: { path } }: LadderProps) {
	const remove = useRemoval();
	return (
		<ButtonMenu
			position="bottom-end"
			width={220}
			button={{
				className: menus['more'],
				'aria-label': words.tiers.more,
				children: <IconDots size={16} aria-hidden />,
			}}
		>
			<Menu.Item
				color="red"
				leftSection={<IconTrash size={16} />}
				onClick={() => remove({ kind: 'remove-tiers', declaration: path }, words.tiers.theLadder)}
			>
				{words.tiers.removeLadder}
			</Menu.Item>
		</ButtonMenu>
	);
}

function BasisFields({ declared: { part: ladder, path } }: LadderProps) {
	const { perform, scope } = useEditing();
	const remove = useRemoval();
	const { by } = ladder;
	const measure = by.kind === 'tier-basis' ? by.measure : null;
	const row = tierBases.find((each) => each.measure === measure);
	const filter = by.kind === 'tier-basis' && by.filter?.kind === 'name' ? by.filter.text : null;
	const [offered] = scope.moneyFilters;
	const turn = (to: TierMeasure) => {
		const wish = turned(path, ladder, basisOf(to, filter ?? offered ?? ''));
		const loses = to === 'hand' && tiersOf(ladder).some(({ tier }) => tier.from !== undefined);
		return loses ? remove(wish, words.tiers.ladder, words.tiers.thresholdsRemoved) : perform(wish);
	};
	return (
		<SettingRow>
			<Select
				label={words.tiers.moves}
				description={row && termOf(row).doc}
				inputWrapperOrder={hintBelow}
				data={tierBases.map((each) => ({ value: each.measure, label: termOf(each).title }))}
				allowDeselect={false}
				openOnFocus={false}
				value={measure}
				onChange={(next) => next !== null && turn(next)}
			/>
			{by.kind === 'tier-basis' && by.filter !== undefined && (
				<FilterField
					label={words.tiers.spendOf}
					value={filter}
					needs="money"
					use={(name) => ({
						kind: 'set-head',
						declaration: path,
						text: headOf({ ...movesOf(ladder), by: basisOf(by.measure, name) }),
					})}
				/>
			)}
		</SettingRow>
	);
}

/** What the thresholds do besides; what is written though it does not fit can be taken away. */
function KeepingFields({ declared: { part: ladder, path } }: LadderProps) {
	const { perform } = useEditing();
	const fits = {
		keptThroughNextYear: isYearly(ladder.by),
		movedByHand: ladder.by.kind === 'tier-basis' && ladder.by.measure !== 'hand',
	};
	const rows = tierKeepings.filter(({ part }) => fits[part] || ladder[part]);
	if (rows.length === 0) return null;
	return (
		<SettingRow>
			{rows.map((row) => (
				<Switch
					key={row.part}
					size="sm"
					label={termOf(row).title}
					description={termOf(row).doc}
					checked={ladder[row.part]}
					onChange={(event) => {
						const text = headOf({ ...movesOf(ladder), [row.part]: event.currentTarget.checked });
						perform({ kind: 'set-head', declaration: path, text });
					}}
				/>
			))}
		</SettingRow>
	);
}

function movesOf({ by, keptThroughNextYear, movedByHand }: TiersDeclaration): Moves {
	return { by, keptThroughNextYear, movedByHand };
}

function basisOf(measure: TierMeasure, filter: string): Plain<TierBasis> {
	const needsFilter = measure === 'lifetime spend' || measure === 'spend per year';
	return { kind: 'tier-basis', measure, ...(needsFilter && { filter: nameNode(filter) }) };
}
