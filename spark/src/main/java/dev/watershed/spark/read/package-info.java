/**
 * Merges the windows of days on the executors, before the driver analyses them. What enters: a
 * store and days of servers; what leaves: windows of hours. The store stays as it is.
 */
package dev.watershed.spark.read;
