/**
 * Who waits for whose metadata locks.
 *
 * <p>What enters: the metadata locks of the objects that somebody waits for, at one moment. What
 * leaves: rows of metadata locks. What is dropped: locks that hold up nobody.
 */
package dev.watershed.collector.server.metadatalock;
