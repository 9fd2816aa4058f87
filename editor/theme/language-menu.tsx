import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { chooseLanguage, LANGUAGES, useSpoken } from '../messages/language.ts';
import { words } from '../panels/words.ts';

/** The switch between the languages of the interface, each by its own name. */
export function LanguageMenu() {
	const { language: current } = useSpoken();
	const name = LANGUAGES.find(({ language }) => language === current)?.name ?? '';
	return (
		<Menu position="right-end" width={180}>
			<Tooltip label={words.language} position="right">
				<Menu.Target>
					<ActionIcon aria-label={words.languageNow({ language: name })} size={36}>
						<IconLanguage size={18} />
					</ActionIcon>
				</Menu.Target>
			</Tooltip>
			<Menu.Dropdown>
				{LANGUAGES.map(({ language, name: ownName }) => (
					<Menu.Item
						key={language}
						lang={language}
						rightSection={language === current ? <IconCheck size={16} aria-label={words.chosen} /> : null}
						onClick={() => void chooseLanguage(language)}
					>
						{ownName}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
