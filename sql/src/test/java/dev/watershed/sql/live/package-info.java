/**
 * Real servers for tests. A test class says {@link dev.watershed.sql.live.Live} and takes a {@link
 * dev.watershed.sql.live.LiveServer} parameter. Enters: what this machine can run. Leaves: a
 * started server, one per product and flags in a JVM, stopped with it. A product that cannot run
 * skips its tests and prints why, or fails them under {@code WATERSHED_LIVE=required}. Servers that
 * are no databases are started by the tests that need them, behind {@link
 * dev.watershed.sql.live.LiveImage}.
 */
package dev.watershed.sql.live;
