import { Button, Menu } from '@mantine/core';
import {
	IconArrowDown,
	IconArrowUp,
	IconCircleCheck,
	IconCircleDashed,
	IconCircleX,
	IconCopy,
	type TablerIcon,
} from '@tabler/icons-react';
import type { TestDeclaration } from '#grammar';
import type { Expectation, TestResult } from '#compiler';
import { useEditing } from '../../../canvas/editing.ts';
import { freeName } from '../../../document/free-name.ts';
import { localDigits } from '../../../messages/digits.ts';
import { withoutMarks } from '../../../messages/message.ts';
import { Backticks } from '../../../panels/backticks.tsx';
import { expectationWords } from '../../../proving/expectation-words.ts';
import { obstacleWords, reasonWords } from '../../../proving/reason-words.ts';
import type { TestRun } from '../../../proving/test-runner.ts';
import { DeclarationCard } from '../parts/declaration-card.tsx';
import type { Declared } from '../parts/declared.ts';
import { NameInput } from '../parts/name-input.tsx';
import type { Tone } from '../parts/setting-card.tsx';
import { SourceForm } from '../parts/source-form.tsx';
import classes from './test-card.module.css';
import { expectGot, happeningWords, type KnownResult } from './test-parts.ts';
import type { OpenedCard } from '../parts/use-opened-card.ts';
import { words } from '../words.ts';

/** Something that moves or takes away one of several tests. */
export interface TestActions {
	readonly onMove: (by: -1 | 1) => void;
	readonly onRemove: () => void;
}

interface TestCardProps {
	readonly declared: Declared<TestDeclaration>;
	readonly known: KnownResult | null;
	/** What is being done about all tests. */
	readonly state: TestRun['state'];
	readonly isFirst: boolean;
	readonly isLast: boolean;
	readonly actions: TestActions;
	readonly opened: OpenedCard;
}

const looks: { readonly [K in TestResult['kind']]: { readonly Icon: TablerIcon; readonly tone: Tone } } = {
	passed: { Icon: IconCircleCheck, tone: 'good' },
	failed: { Icon: IconCircleX, tone: 'bad' },
	refused: { Icon: IconCircleX, tone: 'bad' },
};

/** A test of the program: whether it holds, and what it says. */
export function TestCard({ declared, known, state, isFirst, isLast, actions, opened }: TestCardProps) {
	const { compilation, scope, perform } = useEditing();
	const { part, path } = declared;
	const isNamed = part.name.kind === 'name';
	const name = isNamed ? part.name.text : words.frame.unnamed;
	const look = known && looks[known.result.kind];
	const isFresh = known?.isFresh ?? false;
	const waiting = state === 'running' ? words.tests.states.running : words.tests.states.waiting;
	const duplicate = () => {
		const copy = freeName(withoutMarks(words.frame.copyOf({ name })), scope.tests);
		if (perform({ kind: 'duplicate-test', declaration: path, name: copy })) opened.open(copy);
	};
	const rename = (wanted: string) => {
		const done = perform({ kind: 'rename-test', declaration: path, name: wanted });
		if (done) opened.open(wanted);
		return done;
	};
	const count = part.clauses.filter(({ kind }) => kind === 'expect').length;
	return (
		<DeclarationCard
			name={name}
			about={happeningWords(part)}
			Icon={look?.Icon ?? IconCircleDashed}
			{...(look && isFresh && { tone: look.tone })}
			spans={[part.span]}
			facts={[known && isFresh ? words.tests.states[known.result.kind] : waiting, words.tests.expectations({ count })]}
			opened={opened.name === name}
			onToggle={() => opened.toggle(name)}
			menu={<TestMenu {...{ isFirst, isLast, duplicate }} canCopy={isNamed} onMove={actions.onMove} />}
			onRemove={actions.onRemove}
			always={known && <Shortcomings known={known} declared={declared} />}
		>
			{isNamed && (
				<NameInput
					label={words.tests.name}
					maw={560}
					value={name}
					taken={scope.tests}
					onFocus={(event) => event.currentTarget.select()}
					onCommit={rename}
				/>
			)}
			<SourceForm
				source={compilation.source.slice(part.span.start, part.span.end)}
				onSave={(text) => perform({ kind: 'set-text', declaration: path, span: part.span, text })}
			/>
		</DeclarationCard>
	);
}

interface TestMenuProps extends Pick<TestCardProps, 'isFirst' | 'isLast'>, Pick<TestActions, 'onMove'> {
	readonly canCopy: boolean;
	readonly duplicate: () => void;
}

function TestMenu({ isFirst, isLast, canCopy, duplicate, onMove }: TestMenuProps) {
	return (
		<>
			{canCopy && (
				<Menu.Item leftSection={<IconCopy size={16} />} onClick={duplicate}>
					{words.frame.duplicate}
				</Menu.Item>
			)}
			<Menu.Item leftSection={<IconArrowUp size={16} />} disabled={isFirst} onClick={() => onMove(-1)}>
				{words.tests.moveUp}
			</Menu.Item>
			<Menu.Item leftSection={<IconArrowDown size={16} />} disabled={isLast} onClick={() => onMove(1)}>
				{words.tests.moveDown}
			</Menu.Item>
		</>
	);
}

interface ShortcomingsProps {
	readonly known: KnownResult;
	readonly declared: Declared<TestDeclaration>;
}

/** What did not come out as it was expected, and why; nothing for a test that holds. */
function Shortcomings({ known: { result, isFresh }, declared }: ShortcomingsProps) {
	if (result.kind === 'passed') return null;
	return (
		<ul className={classes['missed']} data-stale={!isFresh || undefined}>
			{result.kind === 'refused' ? (
				<li className={classes['line']}>
					<Backticks text={obstacleWords(result)} />
				</li>
			) : (
				result.expectations.map((expectation, index) =>
					expectation.holds ? null : (
						<li key={expectation.span.start} className={classes['line']}>
							<Missed {...{ expectation, index, isFresh, declared }} />
						</li>
					),
				)
			)}
		</ul>
	);
}

interface MissedProps {
	readonly expectation: Expectation;
	/** Its place among the expectations of the test. */
	readonly index: number;
	readonly isFresh: boolean;
	readonly declared: Declared<TestDeclaration>;
}

function Missed({ expectation, index, isFresh, declared: { part, path } }: MissedProps) {
	const { compilation, catalog, perform } = useEditing();
	const reason = reasonWords(expectation, isFresh ? compilation : null, catalog);
	const clause = part.clauses.filter((each) => each.kind === 'expect')[index];
	const accept = () => {
		if (!clause) return;
		const text = expectGot(clause, expectation);
		perform({ kind: 'set-clause', declaration: path, clause: 'expect', index, text });
	};
	return (
		<>
			<div className={classes['words']}>
				<p className={classes['what']}>
					<Backticks text={expectationWords(expectation)} />
				</p>
				{reason !== '' && (
					<p className={classes['reason']}>
						<Backticks text={reason} />
					</p>
				)}
			</div>
			{/* A test is changed by what came of it as it is now, and by nothing older. */}
			{isFresh && clause && !expectation.got.startsWith('-') && (
				<Button variant="default" size="compact-xs" className={classes['accept']} onClick={accept}>
					{words.tests.accept({ got: localDigits(expectation.got) })}
				</Button>
			)}
		</>
	);
}
