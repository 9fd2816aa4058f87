import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useReading, useWorkspace } from '../../document/workspace.tsx';
import { programsQuery } from '../../queries.ts';
import classes from './program-switcher.module.css';
import { words } from './words.ts';

/** The open program's name; opens the list of all programs. */
export function ProgramSwitcher() {
	const { program } = useWorkspace();
	const reading = useReading();
	const programs = useQuery(programsQuery());
	const declared = reading.symbols.program?.name;
	const name = declared?.kind === 'name' ? declared.text : program;
	return (
		<Menu position="bottom-start" width={300}>
			<Menu.Target>
				<UnstyledButton className={classes['target']} aria-label={words.choose({ name })}>
					<bdi className="en-truncate">{name}</bdi>
					<IconSelector size={16} aria-hidden className={classes['icon']} />
				</UnstyledButton>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>{words.programs}</Menu.Label>
				{programs.data?.programs.map((other) => (
					<Menu.Item
						key={other.id}
						component={Link}
						to={`/programs/${encodeURIComponent(other.id)}`}
						rightSection={other.id === program ? <IconCheck size={16} aria-label={words.open} /> : null}
					>
						<bdi>{other.name}</bdi>
						<Text size="xs" c="dimmed">
							{other.publishedVersion === null ? words.notPublished : words.inForce({ version: other.publishedVersion })}
						</Text>
					</Menu.Item>
				))}
				{programs.isError ? <Menu.Item disabled>{words.noList}</Menu.Item> : null}
			</Menu.Dropdown>
		</Menu>
	);
}
