/**
 * Proves advice on a disposable copy of a server. Enters: planned indexes, the fingerprints that
 * they are for, and a {@link dev.watershed.analyzer.index.trial.TrialHost}. Leaves: for each
 * statement what it read and how long it took with the indexes and without them, and which of them
 * the optimizer took. Literals come from the copy's own rows and are forgotten.
 */
package dev.watershed.analyzer.index.trial;
