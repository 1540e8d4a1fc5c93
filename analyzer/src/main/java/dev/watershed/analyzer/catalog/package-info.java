/**
 * What the catalogs say of one table: enters the catalogs of servers and a name, leaves its
 * definitions, with whatever refers to it. What bodies and queries mention is found by their words
 * alone, and so inferred.
 */
package dev.watershed.analyzer.catalog;
