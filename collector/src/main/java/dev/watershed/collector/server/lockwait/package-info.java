/**
 * Who waits for whose row locks.
 *
 * <p>What enters: the pairs of sessions of which one waits for the other, at one moment. What
 * leaves: rows of lock waits. What is dropped: which records they are. The locks themselves are
 * never listed: that would hold up a busy server.
 */
package dev.watershed.collector.server.lockwait;
