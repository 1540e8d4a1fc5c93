/**
 * How well the rules judge: whether the parts of a month give the verdicts of the whole, and
 * whether what is planted in a fleet is reported by its rule.
 */
package dev.watershed.benchmarks.rules;
