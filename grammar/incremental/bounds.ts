/** How much of a text is read. */

/** The most UTF-16 units of a text; longer ones are not read. */
export const mostCharacters = 4_000_000;
/** How many problems are reported; then reading ends. */
export const mostProblems = 1_000;
