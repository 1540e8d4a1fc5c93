/** What services did on a server, slot by slot: the ground of costs, capacity and neighbours. */
package dev.watershed.analyzer.series;
