/**
 * Coverage-guided fuzzing of everything that reads foreign bytes. Enters: bytes of a fuzzer, which
 * is Jazzer with libFuzzer's engine in it. Leaves: nothing, or the input with which a reader threw
 * what it does not declare, two readers disagreed, or a bound of time or memory was passed.
 */
package dev.watershed.benchmarks.fuzz;
