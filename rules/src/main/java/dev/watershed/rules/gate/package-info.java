/**
 * What a verdict means for a gate.
 *
 * <p>What enters: verdicts, and what people accepted before. What leaves: the same violations, each
 * with its state; only new ones of severity error fail. What is dropped: nothing.
 */
package dev.watershed.rules.gate;
