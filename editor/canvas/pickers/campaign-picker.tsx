import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { mostDecimals, print } from '#grammar';
import type { ClauseKind, Path } from '#compiler/edits';
import { useCanvas } from '../canvas-context.ts';
import { activeNode, type MomentDraft, numberNode, statusNode, wordNode } from '../fragments.ts';
import type { CampaignElement } from '../view.ts';
import { DigitsInput } from './digits-input.tsx';
import { momentDraftOf, MomentFields } from './moment-fields.tsx';
import { PickerFrame } from './picker-frame.tsx';
import { says } from './says.ts';

function newLimit(declaration: Path, { limits }: CampaignElement) {
	const text = 'limit 1_000 points per day';
	return { kind: 'set-clause', declaration, clause: 'limit', index: limits.length, text } as const;
}

/** The dates, the budget and the multiplier of the campaign around a rule: they hold for all rules in it. */
export function CampaignPicker({ element }: { readonly element: CampaignElement }) {
	const canvas = useCanvas();
	const { campaign, enabled, id } = element;
	const declaration: Path = [[canvas.declaration].flat()[0] ?? 0];
	const rules = campaign.clauses.filter(({ kind }) => kind === 'rule').length;
	const first = <K extends (typeof campaign.clauses)[number]['kind']>(kind: K) =>
		campaign.clauses.find((clause): clause is Extract<typeof clause, { kind: K }> => clause.kind === kind);
	const active = first('active');
	const budget = first('budget');
	const multiply = first('multiply');
	const set = (clause: ClauseKind, text: string | null) =>
		void canvas.perform({ kind: 'set-clause', declaration, clause, text });
	const from = momentDraftOf(active?.from);
	const until = momentDraftOf(active?.until);
	const setDates = (start: MomentDraft | null, end: MomentDraft | null) =>
		set('active', start || end ? print(activeNode(start, end, active?.by)) : null);
	const factor = multiply?.factor.kind === 'number' ? multiply.factor.digits : '';
	return (
		<PickerFrame
			id={id}
			title={says.campaign({ name: element.name })}
			note={rules > 1 ? says.holdsForAll({ count: rules }) : undefined}
		>
			<Switch
				size="sm"
				label={says.enabled}
				checked={enabled}
				onChange={(event) => set('status', print(statusNode(event.currentTarget.checked ? 'enabled' : 'disabled')))}
			/>
			<MomentFields label={says.firstDay} timeLabel={says.at} value={from} onChange={(next) => setDates(next, until)} />
			<MomentFields label={says.lastDay} timeLabel={says.until} value={until} onChange={(next) => setDates(from, next)} />
			<DigitsInput
				label={says.budget}
				description={says.budgetHint}
				value={budget?.points.kind === 'number' ? budget.points.digits : ''}
				decimals={0}
				allowEmpty
				onCommit={(digits) => set('budget', digits === '' ? null : print({ kind: 'budget', points: numberNode(digits) }))}
			/>
			<DigitsInput
				label={says.multipliesBy}
				description={says.multipliesByHint}
				value={factor}
				decimals={mostDecimals}
				allowEmpty
				onCommit={(digits) => {
					const what = multiply?.what.kind === 'word' ? multiply.what : wordNode('points');
					set('multiply', digits === '' ? null : print({ kind: 'multiply', what, factor: numberNode(digits) }));
				}}
			/>
			<Button
				variant="subtle"
				size="compact-sm"
				leftSection={<IconPlus size={14} />}
				style={{ alignSelf: 'flex-start' }}
				onClick={() => canvas.perform(newLimit(declaration, element))}
			>
				{says.addCampaignLimit}
			</Button>
		</PickerFrame>
	);
}
