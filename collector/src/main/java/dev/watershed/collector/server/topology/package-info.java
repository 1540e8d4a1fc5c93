/**
 * Whether the servers of a configuration are those that it takes them for.
 *
 * <p>What enters: the identities of the servers that answer. What leaves: a failure where two names
 * lead to one server, and an issue where a server's role is another than the configuration's. What
 * is dropped: nothing.
 */
package dev.watershed.collector.server.topology;
