import { ActionIcon, isLightColor, Text, Title, Tooltip } from '@mantine/core';
import { IconClockPause, IconCode, type TablerIcon } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useId } from 'react';
import { covers, type Problem, type Span } from '#grammar';
import { useEditing } from '../../../canvas/editing.ts';
import { ProblemList } from '../../../canvas/nodes/problem-list.tsx';
import { WithNames } from '../../../canvas/nodes/with-names.tsx';
import { problemWords } from '../../../messages/problem-words.ts';
import { unrecordedIn } from './not-recorded.ts';
import classes from './setting-card.module.css';
import { words } from '../words.ts';

/** What the icon of a card says about it, besides what it shows. */
export type Tone = 'good' | 'bad';

interface SettingCardProps {
	readonly title: ReactNode;
	readonly about?: ReactNode;
	readonly Icon: TablerIcon;
	/** A colour of its own, behind the icon: `#D4AF37`. */
	readonly color?: string | null;
	readonly tone?: Tone;
	/** What the card shows, as places of the text: its problems are shown, and the first is where the text opens. */
	readonly spans: readonly Span[];
	/** What is told of besides, wherever it stands, while the server cannot record it: `segment is`. */
	readonly constructs?: readonly string[];
	/** Beside the title: a menu, a switch, a count. */
	readonly aside?: ReactNode;
	readonly children?: ReactNode;
}

/** Some settings that belong together, with what is wrong with them and a way into their text. */
export function SettingCard(props: SettingCardProps) {
	const { title, about, Icon, color = null, tone, spans, constructs = NONE, aside, children } = props;
	const { compilation, goToText } = useEditing();
	const heading = useId();
	const [first] = spans;
	const problems = compilation.problems.filter(({ span }) => spans.some((own) => covers(own, span)));
	const severity = problems.some((problem) => problem.severity === 'error') ? 'error' : 'warning';
	return (
		<section
			className={classes['card']}
			aria-labelledby={heading}
			data-severity={problems.length > 0 ? severity : undefined}
		>
			<header className={classes['head']}>
				<span className={classes['icon']} data-tone={tone} {...inColor(color)} aria-hidden>
					<Icon size={18} stroke={1.75} />
				</span>
				<div className={classes['words']}>
					<Title order={2} id={heading} className={classes['title']}>
						{title}
					</Title>
					{about ? <Text className={classes['about']}>{about}</Text> : null}
				</div>
				<div className={classes['aside']}>
					{aside}
					{first && (
						<Tooltip label={words.frame.showInText}>
							<ActionIcon aria-label={words.frame.showInText} aria-describedby={heading} onClick={() => goToText(first)}>
								<IconCode size={16} />
							</ActionIcon>
						</Tooltip>
					)}
				</div>
			</header>
			<ProblemList problems={problems} isReached />
			<Unrecorded problems={unrecordedIn(compilation, spans, constructs)} />
			{children}
		</section>
	);
}

const NONE: readonly string[] = [];

/** What cannot be published yet is no fault of whoever writes it. */
function Unrecorded({ problems }: { readonly problems: readonly Problem[] }) {
	return problems.map((problem) => (
		<p key={problem.span.start} className={classes['unrecorded']}>
			<IconClockPause size={14} aria-hidden />
			<span>
				<WithNames text={problemWords(problem).message} /> {words.frame.notPublished}
			</span>
		</p>
	));
}

function inColor(color: string | null) {
	if (color === null) return {};
	return { 'data-ink': isLightColor(color) ? 'dark' : 'light', style: { '--card-color': color } as CSSProperties };
}

/** A field's hint stands below it, so that fields side by side are in line. */
export const hintBelow: ['label', 'input', 'description', 'error'] = ['label', 'input', 'description', 'error'];

interface SettingRowProps {
	readonly children: ReactNode;
}

/** Fields side by side where there is room for them. */
export function SettingRow({ children }: SettingRowProps) {
	return <div className={classes['row']}>{children}</div>;
}
