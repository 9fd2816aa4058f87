import { ActionIcon, localStorageColorSchemeManager, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

/** Keeps the chosen scheme in the browser; public/color-scheme.js reads the same key before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'earnest-color-scheme' });

const choices = [
	{ value: 'light', label: 'Light', Icon: IconSun },
	{ value: 'dark', label: 'Dark', Icon: IconMoon },
	{ value: 'auto', label: 'Like the system', Icon: IconDeviceDesktop },
] as const;

/** The switch between the light scheme, the dark one and the system's. */
export function SchemeMenu() {
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const current = choices.find((choice) => choice.value === colorScheme) ?? choices[2];
	return (
		<Menu position="right-end" width={180}>
			<Tooltip label="Colours" position="right">
				<Menu.Target>
					<ActionIcon aria-label={`Colours: ${current.label}`} size={36}>
						<current.Icon size={18} />
					</ActionIcon>
				</Menu.Target>
			</Tooltip>
			<Menu.Dropdown>
				{choices.map(({ value, label, Icon }) => (
					<Menu.Item
						key={value}
						leftSection={<Icon size={16} />}
						rightSection={value === colorScheme ? <IconCheck size={16} aria-label="chosen" /> : null}
						onClick={() => setColorScheme(value)}
					>
						{label}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
