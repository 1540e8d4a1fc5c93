/**
 * What people decided about findings, beside what the store shows.
 *
 * <p>What enters: the entries of a ledger, and everything that a span shows under a stable id:
 * findings about coupling and advice on indexes. What leaves: where each entry stands, what has no
 * decision yet, and whether what was carried out helped. What is dropped: figures that explain a
 * finding; they are in the answer that found it.
 */
package dev.watershed.analyzer.decision;
