/**
 * Reads bundles of many servers side by side. What enters: patterns of paths. What leaves: windows
 * in the store. The bundles of a server are read by one task, behind its last windows; the driver
 * puts what comes of them in place.
 */
package dev.watershed.spark.bundle;
