/**
 * What the host of a server did, from a file that somebody's monitoring writes, since a server does
 * not tell.
 *
 * <p>What enters: lines of comma-separated values. What leaves: figures of server minutes, and a
 * located issue for each line that makes no sense. What is dropped: those lines, and other columns.
 */
package dev.watershed.collector.host;
