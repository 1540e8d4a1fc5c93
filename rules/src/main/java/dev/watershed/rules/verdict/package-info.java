/**
 * What was found against what: violations, each with its key and its evidence, and what could not
 * be judged.
 */
package dev.watershed.rules.verdict;
