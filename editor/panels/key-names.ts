/** What the keys are called on a Mac's keyboard. */
const macNames: Readonly<Record<string, string | undefined>> = {
	Control: '⌃',
	Alt: '⌥',
	Shift: '⇧',
	Ctrl: '⌘',
	Del: '⌫',
};
/** The order in which a Mac writes what is held. */
const macOrder = ['Control', 'Alt', 'Shift', 'Ctrl'];

/**
 * The names that keys pressed together have on this machine's keyboard. They are given with a space between them, and as they
 * are called elsewhere than on a Mac: `Ctrl` is there the key that gives commands, and `Control` the one of that name everywhere.
 */
export function keyNames(keys: string, platform = platformHere()): string[] {
	const names = keys.split(' ');
	if (!isMac(platform)) return names.map((name) => (name === 'Control' ? 'Ctrl' : name));
	const held = macOrder.filter((name) => names.includes(name));
	const pressed = names.filter((name) => !macOrder.includes(name));
	return [...held, ...pressed].map((name) => macNames[name] ?? name);
}

/** The same inside a sentence: `Ctrl+Shift+Z`, and `⇧⌘Z` on a Mac. */
export function keysInWords(keys: string, platform = platformHere()): string {
	return keyNames(keys, platform).join(isMac(platform) ? '' : '+');
}

/** Says whether this machine's keyboard has all of some keys: a Mac's has none that is called Menu. */
export function hasKeys(keys: string, platform = platformHere()): boolean {
	return !isMac(platform) || !keys.split(' ').includes('Menu');
}

function isMac(platform: string): boolean {
	return /mac|iphone|ipad/i.test(platform);
}

function platformHere(): string {
	return globalThis.navigator?.platform ?? '';
}
