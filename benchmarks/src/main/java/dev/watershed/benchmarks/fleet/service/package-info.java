/**
 * Who does what: services, their actions and statements, read from {@code services/*.txt}. What an
 * object-relational mapper does with small tables, and what everybody reads, is added here.
 */
package dev.watershed.benchmarks.fleet.service;
