import { Select } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { type Plain, type PointsSetting, print, type Rounding, type RoundingPlace } from '#grammar';
import { roundingPlaces } from '#compiler/service';
import { useEditing } from '../../../canvas/editing.ts';
import { numberNode, wordNode } from '../../../canvas/fragments.ts';
import { termOf } from '../../../messages/service-words.ts';
import { clauseOf } from '../parts/declared.ts';
import type { ProgramCardProps } from './general-section.tsx';
import { hintBelow, SettingCard, SettingRow } from '../parts/setting-card.tsx';
import { words } from '../words.ts';

const precisions = ['0', '1', '2', '3', '4', '5', '6'];
const roundings: readonly Rounding[] = ['down', 'up', 'half up', 'half even'];

/** How fine points are, and how and where they are rounded. */
export function PointsCard({ program, path }: ProgramCardProps) {
	const { perform } = useEditing();
	const { general } = words;
	const clause = clauseOf(program.settings, 'points');
	const decimals = clause?.decimals?.kind === 'number' ? clause.decimals.digits : '0';
	const rounding = clause?.rounding?.kind === 'word' ? clause.rounding.text : 'down';
	const place = clause?.per?.kind === 'word' ? clause.per.text : 'award';
	const row = roundingPlaces.find((each) => each.place === place);
	const set = (next: { decimals?: string; rounding?: Rounding; place?: RoundingPlace }) => {
		const written = pointsNode(next.decimals ?? decimals, next.rounding ?? rounding, next.place ?? place);
		perform({ kind: 'set-clause', declaration: path, clause: 'points', text: print(written) });
	};
	return (
		<SettingCard title={general.points} Icon={IconCoins} spans={[clause?.span ?? program.name.span]}>
			<SettingRow>
				<Select
					label={general.precision}
					data={precisions.map((value) => ({
						value,
						label: value === '0' ? general.whole : general.decimals({ count: Number(value) }),
					}))}
					allowDeselect={false}
					openOnFocus={false}
					value={precisions.includes(decimals) ? decimals : null}
					onChange={(next) => next !== null && set({ decimals: next })}
				/>
				<Select
					label={general.rounding}
					data={roundings.map((value) => ({ value, label: general.roundings[value] }))}
					allowDeselect={false}
					openOnFocus={false}
					value={rounding}
					onChange={(next) => next !== null && set({ rounding: next })}
				/>
				<Select
					label={general.per}
					description={row ? termOf(row).doc : undefined}
					inputWrapperOrder={hintBelow}
					data={roundingPlaces.map((each) => ({ value: each.place, label: termOf(each).title }))}
					allowDeselect={false}
					openOnFocus={false}
					value={place}
					onChange={(next) => next !== null && set({ place: next })}
				/>
			</SettingRow>
		</SettingCard>
	);
}

function pointsNode(decimals: string, rounding: Rounding, place: RoundingPlace): Plain<PointsSetting> {
	return {
		kind: 'points',
		...(decimals !== '0' && { decimals: numberNode(decimals) }),
		rounding: wordNode(rounding),
		per: wordNode(place),
	};
}
