/**
 * Sentences as facts: what is said by a key, with the names and figures that it is said of.
 *
 * <p>What enters: names and figures of a finding, a proposal, a verdict. What leaves: its English,
 * and all that a report needs to say the same in another language. What is dropped: nothing.
 */
package dev.watershed.analyzer.saying;
