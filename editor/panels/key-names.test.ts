import { expect, it } from 'vitest';
import { hasKeys, keyNames, keysInWords } from './key-names.ts';

it.each([
	['Ctrl Z', ['Ctrl', 'Z'], ['⌘', 'Z']],
	['Ctrl Shift Z', ['Ctrl', 'Shift', 'Z'], ['⇧', '⌘', 'Z']],
	['Ctrl Alt 1', ['Ctrl', 'Alt', '1'], ['⌥', '⌘', '1']],
	['Alt ↑', ['Alt', '↑'], ['⌥', '↑']],
	['Control M', ['Ctrl', 'M'], ['⌃', 'M']],
	['Del', ['Del'], ['⌫']],
	['F8', ['F8'], ['F8']],
	['?', ['?'], ['?']],
])('calls %s as the keyboard does', (keys, elsewhere, mac) => {
	expect(keyNames(keys, 'Linux x86_64')).toEqual(elsewhere);
	expect(keyNames(keys, 'Win32')).toEqual(elsewhere);
	expect(keyNames(keys, '')).toEqual(elsewhere);
	expect(keyNames(keys, 'MacIntel')).toEqual(mac);
	expect(keyNames(keys, 'iPad')).toEqual(mac);
});

it('writes keys into a sentence', () => {
	expect(keysInWords('Ctrl Shift Z', 'Win32')).toBe('Ctrl+Shift+Z');
	expect(keysInWords('Ctrl Shift Z', 'MacIntel')).toBe('⇧⌘Z');
});

it('knows which keys a Mac lacks', () => {
	expect(['Menu', 'Shift F10'].filter((keys) => hasKeys(keys, 'MacIntel'))).toEqual(['Shift F10']);
	expect(['Menu', 'Shift F10'].filter((keys) => hasKeys(keys, 'Win32'))).toEqual(['Menu', 'Shift F10']);
});
