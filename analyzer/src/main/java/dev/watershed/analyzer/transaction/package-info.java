/**
 * Which statements ran in one transaction.
 *
 * <p>What enters: a workload and whose its origins are. What leaves: the classes of transactions
 * that held a connection longest, with what they cost. What is dropped: the order of the
 * statements, which a workload does not keep.
 */
package dev.watershed.analyzer.transaction;
