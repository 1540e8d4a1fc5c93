/**
 * Collects slow logs of many servers side by side. What enters: a pattern of paths. What leaves:
 * windows in the store, each server's in their order. Each window is read by one task; the driver
 * checks that what tasks guessed fits together, and puts it in place.
 */
package dev.watershed.spark.collect;
