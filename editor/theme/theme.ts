import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { words } from '../panels/words.ts';

/**
 * The component library's theme, made of the tokens of tokens.css only: no colour is written here, so that the tokens stay
 * the one place where a scheme is decided.
 */
export const theme = createTheme({
	primaryColor: 'accent',
	primaryShade: 6,
	colors: {
		accent: tuple('var(--en-accent)'),
		red: tuple('var(--en-danger)'),
		green: tuple('var(--en-success)'),
		yellow: tuple('var(--en-warning)'),
		blue: tuple('var(--en-info)'),
		gray: grayScale(),
		dark: darkScale(),
	},
	white: '#ffffff',
	black: '#161b26',
	fontFamily: 'var(--en-font)',
	fontFamilyMonospace: 'var(--en-font-mono)',
	fontSizes: {
		xs: 'var(--en-font-size-xs)',
		sm: 'var(--en-font-size-sm)',
		md: 'var(--en-font-size-md)',
		lg: 'var(--en-font-size-lg)',
		xl: 'var(--en-font-size-xl)',
	},
	lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.3' },
	headings: {
		fontFamily: 'var(--en-font)',
		fontWeight: '600',
		sizes: {
			h1: { fontSize: 'var(--en-font-size-xl)', lineHeight: '1.25' },
			h2: { fontSize: 'var(--en-font-size-lg)', lineHeight: '1.35' },
			h3: { fontSize: 'var(--en-font-size-md)', lineHeight: '1.4' },
		},
	},
	spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
	radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '14px' },
	defaultRadius: 'md',
	shadows: {
		xs: 'var(--en-shadow-sm)',
		sm: 'var(--en-shadow-sm)',
		md: 'var(--en-shadow-md)',
		lg: 'var(--en-shadow-lg)',
		xl: 'var(--en-shadow-lg)',
	},
	cursorType: 'pointer',
	respectReducedMotion: true,
	focusClassName: 'en-focus',
	components: {
		Button: {
			defaultProps: { size: 'sm' },
			vars: (_theme: unknown, props: { size?: string }) => ({
				root:
					props.size === 'sm'
						? { '--button-height': 'var(--en-control-height)', '--button-fz': '13px', '--button-padding-x': '12px' }
						: {},
			}),
			styles: { label: { fontWeight: 500 } },
		},
		ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 30 }, classNames: { root: 'en-action-icon' } },
		CloseButton: { defaultProps: () => ({ 'aria-label': words.close }) },
		Input: {
			defaultProps: { size: 'sm' },
			vars: (_theme: unknown, props: { size?: string }) => ({
				wrapper: props.size === 'sm' ? { '--input-height': 'var(--en-control-height)', '--input-fz': '13px' } : {},
			}),
		},
		InputWrapper: { defaultProps: { size: 'sm' } },
		TextInput: { defaultProps: { size: 'sm' } },
		NumberInput: { defaultProps: { size: 'sm' } },
		// Dozens of closed lists would be drawn, and drawn again, for nobody.
		Combobox: { defaultProps: { keepMounted: false } },
		Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
		MultiSelect: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
		SegmentedControl: { defaultProps: { withItemsBorders: false } },
		Modal: {
			// Asked for anew each time: the language may have changed.
			defaultProps: () => ({
				centered: true,
				overlayProps: { backgroundOpacity: 0.42 },
				radius: 'lg',
				shadow: 'lg',
				closeButtonProps: { 'aria-label': words.close },
			}),
			styles: { title: { fontSize: 'var(--en-font-size-lg)', fontWeight: 600 } },
		},
		Drawer: { defaultProps: () => ({ closeButtonProps: { 'aria-label': words.close } }) },
		Menu: {
			defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md', radius: 'md', position: 'bottom-end', offset: 4 },
		},
		Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
		Tooltip: { defaultProps: { openDelay: 350, withArrow: false, radius: 'sm', fz: 12, offset: 6, multiline: true } },
		Text: { defaultProps: { size: 'sm' } },
		Table: { defaultProps: { verticalSpacing: 10, horizontalSpacing: 'md', borderColor: 'var(--en-border)' } },
		EmptyState: { defaultProps: { size: 'sm' } },
		Tabs: { vars: () => ({ root: { '--tab-border-color': 'var(--en-border)' } }) },
		ScrollArea: { defaultProps: { scrollbarSize: 8 } },
	},
});

/** Points the component library's own variables at the tokens, in both schemes alike. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
	const variables = {
		'--mantine-color-text': 'var(--en-text)',
		'--mantine-color-body': 'var(--en-surface-raised)',
		'--mantine-color-bright': 'var(--en-text)',
		'--mantine-color-dimmed': 'var(--en-text-muted)',
		'--mantine-color-placeholder': 'var(--en-text-muted)',
		'--mantine-color-anchor': 'var(--en-text-link)',
		'--mantine-color-error': 'var(--en-danger)',
		'--mantine-color-success': 'var(--en-success)',
		'--mantine-color-default': 'var(--en-surface-raised)',
		'--mantine-color-default-hover': 'var(--en-surface-hover)',
		'--mantine-color-default-color': 'var(--en-text)',
		'--mantine-color-default-border': 'var(--en-border-strong)',
		'--mantine-color-disabled': 'var(--en-surface-sunken)',
		'--mantine-color-disabled-color': 'var(--en-text-muted)',
		'--mantine-color-disabled-border': 'var(--en-border)',
		'--mantine-primary-color-contrast': 'var(--en-text-on-accent)',
		...colorVariables('accent', 'var(--en-accent)', 'var(--en-accent-hover)', 'accent'),
		...colorVariables('red', 'var(--en-danger-fill)', 'var(--en-danger-fill)', 'danger'),
		...colorVariables('green', 'var(--en-success)', 'var(--en-success)', 'success'),
		...colorVariables('yellow', 'var(--en-warning)', 'var(--en-warning)', 'warning'),
		...colorVariables('blue', 'var(--en-info)', 'var(--en-info)', 'info'),
		...colorVariables('gray', 'var(--en-neutral)', 'var(--en-neutral)', 'neutral'),
		'--mantine-color-accent-light-color': 'var(--en-accent-text)',
		'--mantine-color-accent-text': 'var(--en-accent-text)',
		'--mantine-color-accent-outline': 'var(--en-accent-border)',
	};
	return { variables: {}, light: variables, dark: variables };
};

/** The filled and light looks of one colour, from the tokens `--en-<token>` and `--en-<token>-soft`. */
function colorVariables(name: string, filled: string, filledHover: string, token: string): Record<string, string> {
	const soft = `var(--en-${token}-soft)`;
	return {
		[`--mantine-color-${name}-text`]: `var(--en-${token})`,
		[`--mantine-color-${name}-filled`]: filled,
		[`--mantine-color-${name}-filled-hover`]: filledHover,
		[`--mantine-color-${name}-light`]: soft,
		[`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${soft}, var(--en-${token}) 8%)`,
		[`--mantine-color-${name}-light-color`]: `var(--en-${token})`,
		[`--mantine-color-${name}-outline`]: `var(--en-${token})`,
		[`--mantine-color-${name}-outline-hover`]: soft,
	};
}

/** One colour for all ten shades: a token already knows its scheme. */
function tuple(color: string): MantineColorsTuple {
	return [color, color, color, color, color, color, color, color, color, color];
}

/** What the library takes for its light grays, from the lightest. */
function grayScale(): MantineColorsTuple {
	return [
		'var(--en-surface-hover)',
		'var(--en-surface-sunken)',
		'var(--en-border)',
		'var(--en-border-strong)',
		'var(--en-border-control)',
		'var(--en-border-control)',
		'var(--en-text-muted)',
		'var(--en-text-secondary)',
		'var(--en-text-secondary)',
		'var(--en-text)',
	];
}

/** What the library takes for its dark grays, from the lightest. */
function darkScale(): MantineColorsTuple {
	return [
		'var(--en-text)',
		'var(--en-text-secondary)',
		'var(--en-text-muted)',
		'var(--en-text-muted)',
		'var(--en-border-strong)',
		'var(--en-surface-hover)',
		'var(--en-surface-raised)',
		'var(--en-surface)',
		'var(--en-surface-sunken)',
		'var(--en-surface-page)',
	];
}
