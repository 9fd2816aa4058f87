import { Progress, Select } from '@mantine/core';
import { IconPlus, IconTestPipe } from '@tabler/icons-react';
import type { RuleDeclaration, TestDeclaration } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { nameOf, placesOfRules } from '../../../document/rule-tracking.ts';
import { useReading, useWorkspace } from '../../../document/workspace.tsx';
import type { TestRun } from '../../../proving/test-runner.ts';
import { useTestRun } from '../../../proving/use-test-run.ts';
import { type Declared, declarationsOf } from '../parts/declared.ts';
import { EmptySection } from '../parts/empty-section.tsx';
import { WayToText } from '../parts/way-to-text.tsx';
import { TestCard } from './test-card.tsx';
import { countWords, resultOf, rulesTested } from './test-parts.ts';
import classes from './tests-section.module.css';
import { useListFocus } from '../parts/use-list-focus.ts';
import { useNewTest } from './use-new-test.ts';
import { type OpenedCard, useOpenedCard } from '../parts/use-opened-card.ts';
import { useRemoval } from '../parts/use-removal.ts';
import { words } from '../words.ts';

/** The worked examples of a program, run again with each change. */
export function TestsSection() {
	const { catalog } = useWorkspace();
	const reading = useReading();
	const run = useTestRun(reading, catalog);
	const opened = useOpenedCard();
	const { item, adder, focusAt } = useListFocus();
	const newTest = useNewTest();
	const tests = declarationsOf(reading.document, 'test');
	const add = (rule: RuleDeclaration | null) => {
		const name = newTest(rule);
		if (name === null) return;
		opened.open(name);
		focusAt(tests.length, 'input');
	};
	if (tests.length === 0) return <NoTests adder={adder} onAdd={add} />;
	return (
		<>
			<div className={classes['tools']}>
				<Summary run={run} tests={tests} />
				<NewTest adder={adder} onAdd={add} />
			</div>
			<Waits />
			{tests.map((declared, index) => (
				<div key={declared.path} {...item}>
					<PlacedTest {...{ declared, index, tests, run, opened, focusAt }} />
				</div>
			))}
		</>
	);
}

interface PlacedTestProps {
	readonly declared: Declared<TestDeclaration>;
	readonly index: number;
	readonly tests: readonly Declared<TestDeclaration>[];
	readonly run: TestRun;
	readonly opened: OpenedCard;
	readonly focusAt: (index: number, selector?: string) => void;
}

function PlacedTest({ declared, index, tests, run, opened, focusAt }: PlacedTestProps) {
	const { perform } = useEditing();
	const removal = useRemoval();
	const { part, path } = declared;
	const name = part.name.kind === 'name' ? part.name.text : '';
	const actions = {
		onMove: (by: -1 | 1) => {
			const neighbour = tests[index + by];
			if (neighbour && perform({ kind: 'move-test', declaration: path, to: neighbour.path })) focusAt(index + by);
		},
		onRemove: () => {
			if (removal({ kind: 'remove-test', declaration: path }, name === '' ? words.frame.unnamed : name)) focusAt(index);
		},
	};
	return (
		<TestCard
			declared={declared}
			known={resultOf(run, index, name)}
			state={run.state}
			isFirst={index === 0}
			isLast={index === tests.length - 1}
			actions={actions}
			opened={opened}
		/>
	);
}

interface SummaryProps {
	readonly run: TestRun;
	readonly tests: readonly unknown[];
}

/** How many tests hold, or how far they have come. */
function Summary({ run, tests }: SummaryProps) {
	const { results, fresh, state } = run;
	const all = tests.length;
	const isRunning = state === 'running';
	const counted = countWords(results.slice(0, fresh));
	return (
		<div className={classes['summary']}>
			<output className={classes['count']}>
				{state === 'failed' ? words.tests.broken({ reason: run.reason }) : isRunning ? words.tests.running : counted}
			</output>
			{isRunning && <Progress size="xs" value={(100 * fresh) / all} aria-label={words.tests.running} />}
		</div>
	);
}

/** Says that nothing is run while the program has errors, which may stand anywhere. */
function Waits() {
	const { compilation } = useEditing();
	const errors = compilation.problems.filter(({ severity }) => severity === 'error');
	const [first] = errors;
	return first ? <WayToText says={words.tests.wait({ count: errors.length })} at={first.span.start} /> : null;
}

interface NewTestProps {
	/** Marks what adds a test. */
	readonly adder: object;
	readonly onAdd: (rule: RuleDeclaration | null) => void;
}

const EVERYTHING = '\u0000everything';

/** Adds a test of the rule that is chosen. */
function NewTest({ adder, onAdd }: NewTestProps) {
	const rules = useRules();
	const tested = rulesTested(useReading().document);
	const option = (name: string) => ({ value: name, label: name });
	const names = [...rules.keys()];
	const groups = [
		{ group: words.tests.untested, items: names.filter((name) => !tested.has(name)).map(option) },
		{ group: words.tests.tested, items: names.filter((name) => tested.has(name)).map(option) },
	];
	return (
		<Select
			{...adder}
			className={classes['new']}
			aria-label={words.tests.newFor}
			placeholder={words.tests.newFor}
			leftSection={<IconPlus size={14} aria-hidden />}
			data={[
				...groups.filter(({ items }) => items.length > 0),
				{ group: words.tests.all, items: [{ value: EVERYTHING, label: words.tests.everything }] },
			]}
			value={null}
			searchable
			openOnFocus={false}
			nothingFoundMessage={words.tests.noRule}
			comboboxProps={{ width: 320, position: 'bottom-end' }}
			onChange={(chosen) => chosen !== null && onAdd(rules.get(chosen) ?? null)}
		/>
	);
}

/** The rules that a test can name, by their names. */
function useRules(): ReadonlyMap<string, RuleDeclaration> {
	const { document } = useReading();
	return new Map(
		placesOfRules(document).flatMap(({ rule }) => {
			const name = nameOf(rule);
			return name === null ? [] : [[name, rule]];
		}),
	);
}

function NoTests({ adder, onAdd }: NewTestProps) {
	const [first] = useRules().values();
	return (
		<EmptySection
			Icon={IconTestPipe}
			title={words.tests.none}
			hint={words.tests.noneHint}
			action={words.tests.first}
			onAct={() => onAdd(first ?? null)}
			marks={adder}
		/>
	);
}
