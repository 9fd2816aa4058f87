import { ActionIcon, Button, Group, Switch, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type CampaignClause, type CampaignDeclaration, type MultiplyClause, print } from '#grammar';
import type { ClauseKind, Path } from '#compiler/edits';
import { windowOf } from '../../document/rule-window.ts';
import { filterOf } from '../clause-filter.ts';
import { useEditing } from '../editing.ts';
import { activeNode, type MomentDraft, numberNode, statusNode } from '../fragments.ts';
import { DigitsInput } from './digits-input.tsx';
import { momentDraftOf, MomentFields } from './moment-fields.tsx';
import { MultiplyFields } from './multiply-fields.tsx';
import classes from './pickers.module.css';
import { says } from './says.ts';

interface CampaignFieldsProps {
	readonly campaign: CampaignDeclaration;
	/** Where the campaign stands in the document. */
	readonly declaration: Path;
}

/** Whether a campaign is on, its dates, its budget and its multipliers, as fields that act at once. */
export function CampaignFields({ campaign, declaration }: CampaignFieldsProps) {
	const { perform, compilation } = useEditing();
	const active = firstOf(campaign, 'active');
	const budget = firstOf(campaign, 'budget');
	const set = (clause: ClauseKind, text: string | null) => void perform({ kind: 'set-clause', declaration, clause, text });
	const from = momentDraftOf(active?.from);
	const until = momentDraftOf(active?.until);
	const setDates = (start: MomentDraft | null, end: MomentDraft | null) =>
		set('active', start || end ? print(activeNode(start, end, active?.by)) : null);
	return (
		<>
			<Switch
				size="sm"
				label={says.enabled}
				checked={windowOf(campaign).enabled}
				onChange={(event) => set('status', print(statusNode(event.currentTarget.checked ? 'enabled' : 'disabled')))}
			/>
			<MomentFields label={says.firstDay} timeLabel={says.at} value={from} onChange={(next) => setDates(next, until)} />
			<MomentFields label={says.lastDay} timeLabel={says.until} value={until} onChange={(next) => setDates(from, next)} />
			<DigitsInput
				label={says.budget}
				description={says.budgetHint}
				value={budget?.points.kind === 'number' ? budget.points.digits : ''}
				decimals={compilation.healthyPlan?.program.pointDecimals ?? 0}
				allowEmpty
				onCommit={(digits) => set('budget', digits === '' ? null : print({ kind: 'budget', points: numberNode(digits) }))}
			/>
			<CampaignMultipliers campaign={campaign} declaration={declaration} />
		</>
	);
}

/** What everything that is earned during a campaign is multiplied by. */
function CampaignMultipliers({ campaign, declaration }: CampaignFieldsProps) {
	const { perform } = useEditing();
	const multipliers = campaign.clauses.filter((clause): clause is MultiplyClause => clause.kind === 'multiply');
	const set = (index: number, text: string | null) =>
		perform({ kind: 'set-clause', declaration, clause: 'multiply', index, text });
	return (
		<>
			{multipliers.map((clause, index) => (
				// A field is known by its place: what is changed above it moves its text, and must not take the focus from it.
				// oxlint-disable-next-line react/no-array-index-key
				<fieldset key={index} className={classes['alternative']} aria-label={says.multiplier}>
					<Group justify="space-between" wrap="nowrap">
						<Text className={classes['title']}>{says.multiplier}</Text>
						<Tooltip label={says.removeMultiplier}>
							<ActionIcon aria-label={says.removeMultiplier} onClick={() => set(index, null)}>
								<IconTrash size={16} aria-hidden />
							</ActionIcon>
						</Tooltip>
					</Group>
					<MultiplyFields isWhole multiplier={{ declaration, clause, index, filter: filterOf(clause) }} />
				</fieldset>
			))}
			<Button
				variant="subtle"
				size="compact-sm"
				leftSection={<IconPlus size={14} />}
				style={{ alignSelf: 'flex-start', justifySelf: 'start' }}
				onClick={() => set(multipliers.length, 'multiply points by 2')}
			>
				{says.addCampaignMultiplier}
			</Button>
		</>
	);
}

function firstOf<K extends CampaignClause['kind']>({ clauses }: CampaignDeclaration, kind: K) {
	return clauses.find((clause): clause is Extract<CampaignClause, { kind: K }> => clause.kind === kind);
}
