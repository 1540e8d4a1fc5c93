/**
 * Facts to verdicts.
 *
 * <p>What enters: the ranked facts of a span, by digest and without a limit. What leaves:
 * violations, each with its evidence; what could not be judged, and why. What is dropped:
 * everything else. A rule that found nothing to inspect says so; silence is never a pass.
 */
package dev.watershed.rules;
