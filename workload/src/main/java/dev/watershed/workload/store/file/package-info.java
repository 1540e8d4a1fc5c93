/**
 * The files of a store, as little as a store needs of a file system.
 *
 * <p>What enters: names relative to the store, parts separated by {@code /}, and bytes. What
 * leaves: lists, mapped bytes, locks. A local disk implements it; an object store or a cluster's
 * file system can.
 */
package dev.watershed.workload.store.file;
