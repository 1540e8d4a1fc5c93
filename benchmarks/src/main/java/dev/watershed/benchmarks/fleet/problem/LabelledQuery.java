package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Service;
import dev.watershed.benchmarks.fleet.service.Step;

/**
 * A statement that shows a case.
 *
 * @param service who sends it
 * @param action in which it does
 * @param query the statement
 */
public record LabelledQuery(Service service, Action action, Step.Query query) {}
