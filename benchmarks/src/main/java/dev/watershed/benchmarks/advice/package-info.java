/** Inputs of the size of a large fleet, to time what {@code advise} does with them. */
package dev.watershed.benchmarks.advice;
