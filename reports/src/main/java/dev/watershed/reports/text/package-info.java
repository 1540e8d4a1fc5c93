/**
 * Facts for a terminal. Enters: facts and the width of the terminal. Leaves: lines, with colour
 * only where the caller says so; foreign text with every control character made visible.
 */
package dev.watershed.reports.text;
