/**
 * Servers sampled over time. What enters: the address of a server, and the cursor inside its last
 * window. What leaves: windows of a quarter of an hour with what its counters showed, each with the
 * cursor from which the next run continues exactly. What is dropped: what a server forgot before it
 * was asked, and everything between two different server processes; the window says so.
 *
 * <p>A difference between two samples belongs to the slot in which the later one was taken, however
 * long it was. The first sample of a server process gives nothing but a cursor. What was sampled is
 * in memory until the slot is over: if the process ends before, the next run takes the difference
 * to the cursor of the last window, so that nothing is lost or counted twice.
 *
 * <p>Many servers are sampled in one process. Between two looks a server is a few packed bytes for
 * each row that its tables have: its last samples and the window at hand. While it is asked, it is
 * as much again. What takes more, differences and whole windows, is made in a turn ({@link
 * dev.watershed.collector.server.sampling.Turns}), which two servers at a time have, and none that
 * is being waited for.
 */
package dev.watershed.collector.server.sampling;
