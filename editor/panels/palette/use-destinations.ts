import { useMantineColorScheme } from '@mantine/core';
import {
	IconAlertOctagon,
	IconAlertTriangle,
	IconArrowBackUp,
	IconArrowForwardUp,
	IconBook2,
	IconCode,
	IconDeviceDesktop,
	IconDeviceFloppy,
	IconFileDiff,
	IconIndentIncrease,
	IconLanguage,
	IconLayoutColumns,
	IconListDetails,
	IconMoon,
	IconPlus,
	IconRocket,
	IconSettings,
	IconSitemap,
	IconSun,
	IconTag,
	IconUsers,
} from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { format, lineStarts, positionAt } from '#grammar';
import { nameOf, placesOfRules } from '../../document/rule-tracking.ts';
import { useReading, useSteps, useWorkspace } from '../../document/workspace.tsx';
import { settings } from '../../messages/en/settings.ts';
import { wordsOf } from '../../messages/message.ts';
import { problemWords } from '../../messages/problem-words.ts';
import { chooseLanguage, LANGUAGES, useSpoken } from '../../messages/language.ts';
import type { Findable } from '../search-list.tsx';
import { useToasts } from '../toasts.tsx';
import { SECTIONS } from '../settings-sections.ts';
import { lowerFirst, useHistory } from '../use-history.ts';
import { useJump } from './use-jump.ts';
import { words } from './words.ts';

/** Something that the palette leads to. */
export interface Destination extends Findable {
	/** It leads away from what had the focus. */
	readonly leads: boolean;
}

const MOST_PROBLEMS = 50;

const settingsWords = wordsOf('settings', settings);

/** Everything that the palette leads to, on the screen at hand. */
export function useDestinations(onPublish: () => void): readonly Destination[] {
	const rules = useRules();
	const commands = useCommands(onPublish);
	const screens = useScreens();
	const problems = useProblems();
	return [...commands, ...screens, ...rules, ...problems];
}

function useCommands(onPublish: () => void): Destination[] {
	const { program } = useWorkspace();
	const navigate = useNavigate();
	const newRule = () => void navigate({ to: '/programs/$program', params: { program }, search: { new: 'rule' } });
	return [
		{ key: 'new', heading: words.groups.commands, leads: true, title: words.newRule, Icon: IconPlus, run: newRule },
		{ key: 'publish', heading: words.groups.commands, leads: true, title: words.publish, Icon: IconRocket, run: onPublish },
		...useTextCommands(),
		...useViews(),
		...useSchemes(),
		...useLanguages(),
	];
}

function useTextCommands(): Destination[] {
	const { document, drafts } = useWorkspace();
	const { undo, redo } = useHistory();
	const steps = useSteps();
	const toasts = useToasts();
	const formatAll = () => {
		const { text } = document.current();
		const edits = format(text);
		if (edits.length === 0) toasts.show({ tone: 'information', message: words.nothingToFormat });
		else document.apply(edits, { label: words.formatted, origin: 'list' });
	};
	const step = (kind: 'undo' | 'redo', label: string | null): Destination[] => {
		if (label === null) return [];
		const isUndo = kind === 'undo';
		return [
			{
				key: kind,
				heading: words.groups.commands,
				leads: false,
				title: words[kind]({ step: lowerFirst(label) }),
				keys: isUndo ? 'Ctrl Z' : 'Ctrl Shift Z',
				Icon: isUndo ? IconArrowBackUp : IconArrowForwardUp,
				run: isUndo ? undo : redo,
			},
		];
	};
	return [
		...step('undo', steps.undo),
		...step('redo', steps.redo),
		{
			key: 'save',
			heading: words.groups.commands,
			leads: false,
			title: words.save,
			keys: 'Ctrl S',
			Icon: IconDeviceFloppy,
			run: () => void drafts.save(),
		},
		{
			key: 'format',
			heading: words.groups.commands,
			leads: false,
			title: words.format,
			keys: 'Shift Alt F',
			Icon: IconIndentIncrease,
			run: formatAll,
		},
	];
}

/** The views of the rule that is open; none on other screens. */
function useViews(): Destination[] {
	const { program } = useWorkspace();
	const { name } = useParams({ strict: false });
	const navigate = useNavigate();
	if (name === undefined) return [];
	const show = (view: 'canvas' | 'split' | 'text') => () =>
		void navigate({
			to: '/programs/$program/rules/$name',
			params: { program, name },
			search: view === 'canvas' ? {} : { view },
			replace: true,
		});
	return [
		{ key: 'canvas', title: words.canvas, keys: 'Ctrl Alt 1', Icon: IconSitemap, run: show('canvas') },
		{ key: 'split', title: words.split, keys: 'Ctrl Alt 2', Icon: IconLayoutColumns, run: show('split') },
		{ key: 'only text', title: words.onlyText, keys: 'Ctrl Alt 3', Icon: IconCode, run: show('text') },
	].map((view) => ({ ...view, heading: words.groups.commands, leads: true }));
}

function useSchemes(): Destination[] {
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const schemes = [
		{ value: 'light', title: words.light, Icon: IconSun },
		{ value: 'dark', title: words.dark, Icon: IconMoon },
		{ value: 'auto', title: words.system, Icon: IconDeviceDesktop },
	] as const;
	return schemes
		.filter(({ value }) => value !== colorScheme)
		.map(({ value, title, Icon }) => ({
			key: value,
			heading: words.groups.commands,
			leads: false,
			title,
			Icon,
			run: () => setColorScheme(value),
		}));
}

/** Each language is offered in itself. */
function useLanguages(): Destination[] {
	const { language: current } = useSpoken();
	return LANGUAGES.filter(({ language }) => language !== current).map(({ language, name }) => ({
		key: language,
		heading: words.groups.commands,
		leads: false,
		title: name,
		Icon: IconLanguage,
		run: () => void chooseLanguage(language),
	}));
}

function useScreens(): Destination[] {
	const { program, published } = useWorkspace();
	const navigate = useNavigate();
	const params = { program };
	const changes: Destination[] = published
		? [
				{
					key: 'changes',
					heading: words.groups.screens,
					leads: true,
					title: words.changes({ version: published.version }),
					Icon: IconFileDiff,
					run: () => void navigate({ to: '/programs/$program/text', params, search: { view: 'changes' } }),
				},
			]
		: [];
	return [
		{
			key: 'rules',
			heading: words.groups.screens,
			leads: true,
			title: words.rules,
			Icon: IconListDetails,
			run: () => void navigate({ to: '/programs/$program', params, search: { tab: 'all' } }),
		},
		{
			key: 'members',
			heading: words.groups.screens,
			leads: true,
			title: words.members,
			Icon: IconUsers,
			run: () => void navigate({ to: '/programs/$program/members', params }),
		},
		{
			key: 'text',
			heading: words.groups.screens,
			leads: true,
			title: words.text,
			Icon: IconCode,
			run: () => void navigate({ to: '/programs/$program/text', params }),
		},
		...SECTIONS.map(
			(section): Destination => ({
				key: `settings ${section}`,
				heading: words.groups.screens,
				leads: true,
				title: words.settings({ section: settingsWords.frame.section[section].title }),
				Icon: IconSettings,
				run: () => void navigate({ to: '/programs/$program/settings', params, search: { section } }),
			}),
		),
		...changes,
		{
			key: 'documentation',
			heading: words.groups.screens,
			leads: true,
			title: words.documentation,
			Icon: IconBook2,
			run: () => void window.open('/docs', '_blank', 'noreferrer'),
		},
	];
}

function useRules(): Destination[] {
	const { program } = useWorkspace();
	const { document } = useReading();
	const navigate = useNavigate();
	return placesOfRules(document).flatMap(({ rule }): Destination[] => {
		const name = nameOf(rule);
		if (name === null) return [];
		const run = () => void navigate({ to: '/programs/$program/rules/$name', params: { program, name } });
		return [{ key: `rule ${rule.span.start}`, heading: words.groups.rules, leads: true, title: name, Icon: IconTag, run }];
	});
}

function useProblems(): Destination[] {
	const { source, problems } = useReading();
	const jump = useJump();
	const starts = lineStarts(source);
	return problems.slice(0, MOST_PROBLEMS).map((problem) => ({
		key: `problem ${problem.code} ${problem.span.start}`,
		heading: words.groups.problems,
		leads: true,
		title: words.problem({
			line: positionAt(starts, problem.span.start).line + 1,
			problem: problemWords(problem).message.replaceAll('`', ''),
		}),
		Icon: problem.severity === 'error' ? IconAlertOctagon : IconAlertTriangle,
		run: () => jump(problem),
	}));
}
