/**
 * What is said of a server in the end: every advice with an id that stays the same from run to run,
 * the way in which it is carried out, and what was not seen.
 */
package dev.watershed.analyzer.index.result;
