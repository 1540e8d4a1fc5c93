/**
 * Who, what, where. Enters: a workload and a service mapping. Leaves: facts, each with its
 * evidence. Dropped: nothing; what cannot be known is said to be unknown.
 */
package dev.watershed.analyzer;
