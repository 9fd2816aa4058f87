import { Badge } from '@mantine/core';
import { IconFlag3 } from '@tabler/icons-react';
import { type CampaignDeclaration, type LimitClause, print } from '#grammar';
import { campaignFacts } from '../../../canvas/clause-sentences.ts';
import { useEditing } from '../../../canvas/editing.ts';
import { nameNode } from '../../../canvas/fragments.ts';
import { AboutField } from '../../../canvas/pickers/about-field.tsx';
import { CampaignFields } from '../../../canvas/pickers/campaign-fields.tsx';
import { freeName } from '../../../document/free-name.ts';
import { stateOf, windowOf } from '../../../document/rule-window.ts';
import { withoutMarks } from '../../../messages/message.ts';
import classes from './campaigns.module.css';
import { AddButton } from '../parts/add-button.tsx';
import { clauseOf, type Declared, declarationsOf } from '../parts/declared.ts';
import { DeclarationCard } from '../parts/declaration-card.tsx';
import { LimitList, newLimit } from '../parts/limit-list.tsx';
import { NameInput } from '../parts/name-input.tsx';
import { RawParts } from '../parts/raw-parts.tsx';
import { type NamedRule, RulesOfGroup, useNamedRules } from './rules-of-group.tsx';
import { SettingCard } from '../parts/setting-card.tsx';
import { useListFocus } from '../parts/use-list-focus.ts';
import { type OpenedCard, useOpenedCard } from '../parts/use-opened-card.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

/** The campaigns of a program. */
export function Campaigns() {
	const { compilation, perform, scope } = useEditing();
	const opened = useOpenedCard();
	const { item, adder, focusAt } = useListFocus();
	const { groups } = words;
	const campaigns = declarationsOf(compilation.document, 'campaign');
	const add = () => {
		const name = freeName(withoutMarks(groups.campaignName), scope.campaigns);
		const text = print({ kind: 'campaign', name: nameNode(name), clauses: [] });
		if (!perform({ kind: 'add-campaign', text })) return;
		opened.open(name);
		focusAt(campaigns.length, 'input');
	};
	return (
		<>
			<SettingCard
				title={groups.campaigns}
				about={campaigns.length === 0 ? groups.noCampaigns : groups.campaignsAbout}
				Icon={IconFlag3}
				spans={[]}
				aside={<AddButton label={groups.newCampaign} onAdd={add} marks={adder} />}
			/>
			{campaigns.map((declared, index) => (
				<div key={declared.path} {...item}>
					<Campaign declared={declared} opened={opened} onRemoved={() => focusAt(index)} />
				</div>
			))}
		</>
	);
}

interface CampaignProps {
	readonly declared: Declared<CampaignDeclaration>;
	readonly opened: OpenedCard;
	readonly onRemoved: () => void;
}

const stateColors = { current: 'green', scheduled: 'blue', expired: 'gray', disabled: 'gray' } as const;

function Campaign({ declared, opened, onRemoved }: CampaignProps) {
	const { now } = useEditing();
	const remove = useRemoval();
	const { part, path } = declared;
	const { groups, frame } = words;
	const name = part.name.kind === 'name' ? part.name.text : frame.unnamed;
	const rules = part.clauses.filter(({ kind }) => kind === 'rule').length;
	const facts = campaignFacts(part);
	const state = now && stateOf(windowOf(part), now);
	return (
		<DeclarationCard
			name={name}
			about={facts.length === 0 ? groups.always : facts.join(' · ')}
			badge={
				state && (
					<Badge variant="light" color={stateColors[state]} radius="sm" className={classes['state']}>
						{groups.states[state]}
					</Badge>
				)
			}
			Icon={IconFlag3}
			spans={[part.name.span, ...part.clauses.filter(({ kind }) => kind !== 'rule').map(({ span }) => span)]}
			facts={[groups.rules({ count: rules })]}
			opened={opened.name === name}
			onToggle={() => opened.toggle(name)}
			onRemove={() =>
				remove(
					{ kind: 'remove-campaign', declaration: path },
					rules === 0 ? name : groups.removedWith({ name, count: rules }),
				) && onRemoved()
			}
		>
			<Fields declared={declared} name={name} opened={opened} />
		</DeclarationCard>
	);
}

function Fields({ declared: { part, path }, name, opened }: Omit<CampaignProps, 'onRemoved'> & { readonly name: string }) {
	const { perform, scope } = useEditing();
	const { groups } = words;
	const about = clauseOf(part.clauses, 'about');
	const limits = part.clauses.filter((clause): clause is LimitClause => clause.kind === 'limit');
	return (
		<div className={classes['fields']}>
			<NameInput
				label={groups.name}
				value={part.name.kind === 'name' ? name : ''}
				taken={scope.campaigns}
				onCommit={(wanted) => {
					const done = perform({ kind: 'rename-campaign', declaration: path, name: wanted });
					if (done) opened.open(wanted);
					return done;
				}}
			/>
			<AboutField declaration={path} label={groups.about} text={about?.text.kind === 'text' ? about.text.text : ''} />
			<CampaignFields campaign={part} declaration={path} />
			<section className={classes['limits']} aria-label={groups.limits}>
				<header className={classes['head']}>
					<h3 className={classes['label']}>{groups.limits}</h3>
					<AddButton label={groups.addLimit} onAdd={() => perform(newLimit(path, limits, 'limit 1_000 points per day'))} />
				</header>
				<LimitList of="campaign" declaration={path} limits={limits} none={groups.noLimits} />
			</section>
			<CampaignRules part={part} path={path} />
			<RawParts declaration={path} parts={part.clauses} />
		</div>
	);
}

function CampaignRules({ part, path }: Declared<CampaignDeclaration>) {
	const { perform } = useEditing();
	const rules = useNamedRules();
	const { groups } = words;
	const enter = ({ declaration }: NamedRule) =>
		perform({ kind: 'move-rule', declaration, to: part.clauses.length, into: path });
	// A rule that leaves stands behind its campaign.
	const leave = ({ declaration }: NamedRule) => perform({ kind: 'move-rule', declaration, to: path + 1, into: null });
	return (
		<RulesOfGroup
			label={groups.rulesOf}
			rules={rules.filter(({ campaign }) => campaign === part)}
			none={groups.noRules}
			others={rules.filter(({ campaign }) => campaign === null)}
			addLabel={groups.putInCampaign}
			onAdd={enter}
			onTakeOut={leave}
		/>
	);
}
