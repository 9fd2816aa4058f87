import { Select } from '@mantine/core';
import { IconArrowBack, IconBuildingStore, IconDeviceMobile, IconGauge, IconReceipt } from '@tabler/icons-react';
import { type LimitClause, type Name, type Plain, print, type ProgramDeclaration, type ReturnsPolicy } from '#grammar';
import type { Path } from '#compiler/edits';
import { useEditing } from '../../../canvas/editing.ts';
import { bareNameNode, wordNode } from '../../../canvas/fragments.ts';
import { AddButton } from '../parts/add-button.tsx';
import { clauseOf, declarationsOf } from '../parts/declared.ts';
import { EmptySection } from '../parts/empty-section.tsx';
import { LimitList, newLimit } from '../parts/limit-list.tsx';
import { NamesList } from '../parts/names-list.tsx';
import { PlaceCard } from './place-card.tsx';
import { PointsCard } from './points-card.tsx';
import { RawParts } from '../parts/raw-parts.tsx';
import { hintBelow, SettingCard } from '../parts/setting-card.tsx';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

/** What the cards of the general settings are given. */
export interface ProgramCardProps {
	readonly program: ProgramDeclaration;
	readonly path: Path;
}

/** What the `program` part of a text says. */
export function GeneralSection() {
	const { compilation } = useEditing();
	const [declared] = declarationsOf(compilation.document, 'program');
	if (!declared) return <NoProgram />;
	const { part: program, path } = declared;
	return (
		<>
			<PlaceCard program={program} path={path} />
			<PointsCard program={program} path={path} />
			<NamesCard program={program} path={path} kind="channels" />
			<NamesCard program={program} path={path} kind="order-types" />
			<LimitsCard program={program} path={path} />
			<ReturnsCard program={program} path={path} />
			<RawParts declaration={path} parts={program.settings} />
		</>
	);
}

function NoProgram() {
	const { perform } = useEditing();
	const { noProgram, noProgramHint, addProgram } = words.general;
	return (
		<EmptySection
			Icon={IconBuildingStore}
			title={noProgram}
			hint={noProgramHint}
			action={addProgram}
			onAct={() => perform({ kind: 'add-program', text: FIRST_PROGRAM })}
		/>
	);
}

const FIRST_PROGRAM = 'program "Loyalty" {\n  currency USD\n  timezone "UTC"\n}';

const lists = {
	channels: { Icon: IconDeviceMobile, title: 'channels', about: 'channelsAbout', none: 'noChannels', one: 'newChannel' },
	'order-types': {
		Icon: IconReceipt,
		title: 'orderTypes',
		about: 'orderTypesAbout',
		none: 'noOrderTypes',
		one: 'newOrderType',
	},
} as const;

function NamesCard({ program, path, kind }: ProgramCardProps & { readonly kind: keyof typeof lists }) {
	const { perform } = useEditing();
	const remove = useRemoval();
	const clause = clauseOf(program.settings, kind);
	const names = clause?.names.filter((name): name is Name => name.kind === 'name') ?? [];
	const { Icon, title, about, none, one } = lists[kind];
	const written = (all: readonly Plain<Name>[]) => {
		const text = all.length === 0 ? null : print({ kind, names: all });
		return { kind: 'set-clause', declaration: path, clause: kind, text } as const;
	};
	const without = (name: Name) => written(names.filter((each) => each !== name));
	return (
		<SettingCard
			title={words.general[title]}
			about={words.general[about]}
			Icon={Icon}
			spans={[clause?.span ?? program.name.span]}
		>
			<NamesList
				newLabel={words.general[one]}
				names={names}
				none={words.general[none]}
				onAdd={(name) => perform(written([...names, bareNameNode(name)]))}
				onRemove={(name) => remove(without(name), name.text)}
			/>
		</SettingCard>
	);
}

const NEW_LIMIT = 'limit 5_000 points per day';

function LimitsCard({ program, path }: ProgramCardProps) {
	const { perform } = useEditing();
	const limits = program.settings.filter((setting): setting is LimitClause => setting.kind === 'limit');
	return (
		<SettingCard
			title={words.general.limits}
			about={words.general.limitsAbout}
			Icon={IconGauge}
			spans={limits.length > 0 ? limits.map(({ span }) => span) : [program.name.span]}
			aside={<AddButton label={words.general.addLimit} onAdd={() => perform(newLimit(path, limits, NEW_LIMIT))} />}
		>
			<LimitList of="program" declaration={path} limits={limits} none={words.general.noLimits} />
		</SettingCard>
	);
}

const policies: readonly ReturnsPolicy[] = ['may go negative', 'stop at zero', 'pending only'];

function ReturnsCard({ program, path }: ProgramCardProps) {
	const { perform } = useEditing();
	const clause = clauseOf(program.settings, 'returns');
	const policy = clause?.policy.kind === 'word' ? clause.policy.text : clause ? null : 'may go negative';
	const set = (next: ReturnsPolicy) => {
		const text = print({ kind: 'returns', policy: wordNode(next) });
		perform({ kind: 'set-clause', declaration: path, clause: 'returns', text });
	};
	return (
		<SettingCard
			title={words.general.returns}
			about={words.general.returnsAbout}
			Icon={IconArrowBack}
			spans={[clause?.span ?? program.name.span]}
		>
			<Select
				aria-label={words.general.returns}
				description={policy === null ? undefined : words.general.policies[policy].about}
				inputWrapperOrder={hintBelow}
				maw={420}
				data={policies.map((value) => ({ value, label: words.general.policies[value].title }))}
				value={policy}
				allowDeselect={false}
				openOnFocus={false}
				onChange={(next) => next !== null && set(next)}
			/>
		</SettingCard>
	);
}
