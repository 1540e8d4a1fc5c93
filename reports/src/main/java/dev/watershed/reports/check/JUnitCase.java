package dev.watershed.reports.check;

import java.util.Objects;

/**
 * A test case of JUnit XML.
 *
 * @param name the same from run to run: readers compare by it
 * @param type of a failure or an error; else empty
 * @param message one line
 * @param details further lines; may be empty
 * @param file the path of the file that it is about; empty if there is none
 */
record JUnitCase(
    String name, JUnitOutcome outcome, String type, String message, String details, String file) {

  JUnitCase {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(file, "file");
  }
}
