/**
 * What rules judge: the facts of a span, by statement, by set of data and as a whole, with what
 * people agreed on.
 */
package dev.watershed.rules.fleet;
