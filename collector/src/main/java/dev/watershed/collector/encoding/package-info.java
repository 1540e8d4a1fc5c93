/**
 * Values as few bytes. What enters: numbers and texts, in an order that writer and reader share.
 * What leaves: bytes, and the same values again, or an exception for bytes that are damaged. What
 * is dropped: nothing.
 */
package dev.watershed.collector.encoding;
