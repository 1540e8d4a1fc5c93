/**
 * Whose time a statement takes, where the server counts it without saying whose it is.
 *
 * <p>What enters: samples of running statements ({@link
 * dev.watershed.workload.observation.Attribution}), the times that the server counted per digest,
 * and a {@link dev.watershed.analyzer.service.ServiceMapping}. What leaves: the share of each
 * service in each digest and its load, with intervals. What is dropped: nothing; what no service
 * claims, and what was never seen running, is said.
 */
package dev.watershed.analyzer.attribution;
