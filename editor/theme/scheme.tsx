import { ActionIcon, localStorageColorSchemeManager, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { words } from '../panels/words.ts';

/** Keeps the chosen scheme in the browser; public/before-paint.js reads the same key before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'earnest-color-scheme' });

const choices = [
	{ value: 'light', Icon: IconSun },
	{ value: 'dark', Icon: IconMoon },
	{ value: 'auto', Icon: IconDeviceDesktop },
] as const;

/** The switch between the light scheme, the dark one and the system's. */
export function SchemeMenu() {
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const current = choices.find((choice) => choice.value === colorScheme) ?? choices[2];
	return (
		<Menu position="right-end" width={180}>
			<Tooltip label={words.colours} position="right">
				<Menu.Target>
					<ActionIcon aria-label={words.coloursNow({ scheme: words.schemes[current.value] })} size={36}>
						<current.Icon size={18} />
					</ActionIcon>
				</Menu.Target>
			</Tooltip>
			<Menu.Dropdown>
				{choices.map(({ value, Icon }) => (
					<Menu.Item
						key={value}
						leftSection={<Icon size={16} />}
						rightSection={value === colorScheme ? <IconCheck size={16} aria-label={words.chosen} /> : null}
						onClick={() => setColorScheme(value)}
					>
						{words.schemes[value]}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
