/**
 * What a gate says, in the forms that other tools read. Enters: the gate's result and where things
 * are. Leaves: SARIF, JUnit, GitLab, GitHub and Markdown, the same bytes for the same result.
 * Dropped: what a reader of a form would throw away or refuse, each time with its number.
 */
package dev.watershed.reports.check;
