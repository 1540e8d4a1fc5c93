/**
 * What a verdict means for a gate.
 *
 * <p>What enters: verdicts, and what people accepted before: a baseline, suppressions, comments in
 * files, rules on trial, ratchets; and what earlier spans showed. What leaves: the same violations,
 * each with its state; only new ones of severity error fail. What is dropped: nothing.
 *
 * <p>A snapshot takes the last record of a span that ended before its own, {@code
 * history.before(until).newest()}, as {@link dev.watershed.rules.gate.VerdictRecordText#of} writes
 * it, and {@link dev.watershed.rules.gate.VerdictRecordText#parse} gives it back: its {@link
 * dev.watershed.rules.gate.VerdictRecord#past} is what rules go by, and a history of this one
 * record what a gate has.
 */
package dev.watershed.rules.gate;
