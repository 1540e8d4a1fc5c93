/**
 * What servers showed besides statements: who waited for whom, what was open for long, how tables
 * and indexes were used, what the servers are and did, and how often they were looked at.
 *
 * <p>What enters: {@link dev.watershed.workload.observation.Observations} by server, and a {@link
 * dev.watershed.analyzer.service.ServiceMapping}. What leaves: facts, the ones that matter most
 * first. What is dropped: hosts and tags, of which only services and accounts remain.
 */
package dev.watershed.analyzer.observation;
