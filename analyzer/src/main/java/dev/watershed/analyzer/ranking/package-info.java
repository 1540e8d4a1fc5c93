/**
 * What a workload costs, and who, what and when: ranked groups, totals, load over time.
 *
 * <p>What enters: a {@link dev.watershed.workload.Workload} and a {@link
 * dev.watershed.analyzer.service.ServiceMapping}. What leaves: records of facts, the same for
 * people's and machines' reports. What is dropped: groups beyond the caller's limit (their number
 * and share stay). What the source cannot tell is an empty {@code Optional}, never a zero.
 */
package dev.watershed.analyzer.ranking;
