/**
 * What a proxy before a server counted: {@code stats_mysql_query_digest} of a ProxySQL, in a file
 * that somebody exports again and again.
 *
 * <p>What enters: the rows of a file, cumulative since the proxy began or somebody reset them. What
 * leaves: what each account and network executed between two exports, by statement. What is
 * dropped: single clients, which count by their network; rows of other hostgroups; what was counted
 * between an export and a reset, which is said. What the table does not tell is 0 in a window,
 * whose sums have no unknown.
 *
 * <p>The admin interface itself is not asked: it is an SQLite behind MySQL's protocol, and refuses
 * the {@code SELECT @@session.…} with which the driver begins every connection (sysown/proxysql,
 * issue 1671).
 *
 * <p>Source: ProxySQL documentation, "Stats": {@code stats_mysql_query_digest}, {@code
 * stats_mysql_global}.
 */
package dev.watershed.collector.proxy;
