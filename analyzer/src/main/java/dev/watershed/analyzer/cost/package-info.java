/** What services cost: the monthly cost of each server, apportioned by load. */
package dev.watershed.analyzer.cost;
