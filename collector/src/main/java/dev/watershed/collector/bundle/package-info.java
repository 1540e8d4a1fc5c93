/**
 * Bundles: what a server shows, written by a script where nobody gives direct access.
 *
 * <p>What enters: the questions that the domains and the catalog ask ({@link
 * dev.watershed.collector.server.Question}), and the files that the script wrote with their
 * answers. What leaves: the script; sessions ({@link dev.watershed.collector.server.QuerySession})
 * that answer from a file, so that sampling and the catalog work as they do with a server. What is
 * dropped: a file that is damaged, as a whole.
 */
package dev.watershed.collector.bundle;
