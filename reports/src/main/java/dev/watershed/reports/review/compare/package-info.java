/**
 * What changed since an earlier span.
 *
 * <p>What enters: {@link dev.watershed.rules.fleet.ComparedFleet}. What leaves: a table and a few
 * sentences. What is dropped: what did not change by more than chance explains.
 */
package dev.watershed.reports.review.compare;
