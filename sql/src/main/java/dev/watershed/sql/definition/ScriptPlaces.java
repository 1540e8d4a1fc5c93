package dev.watershed.sql.definition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the characters of a script are, as people count. */
final class ScriptPlaces {

  private final String script;
  private final int[] lineStarts;

  // The place up to which bytes were counted: issues come in the order of the script.
  private int counted;
  private long countedBytes;

  ScriptPlaces(String script) {
    this.script = script;
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, script.length())
                    .filter(at -> script.charAt(at) == '\n')
                    .map(at -> at + 1))
            .toArray();
  }

  /** The line of a character, from 1. */
  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  ScriptPlace place(int offset) {
    int line = line(offset);
    return new ScriptPlace(line, offset - lineStarts[line - 1] + 1);
  }

  DefinitionIssue issue(int offset, String message) {
    ScriptPlace place = place(offset);
    int from = offset < counted ? 0 : counted;
    long bytes = script.substring(from, offset).getBytes(StandardCharsets.UTF_8).length;
    countedBytes = from == 0 ? bytes : countedBytes + bytes;
    counted = offset;
    return new DefinitionIssue(place.line(), place.column(), countedBytes, message);
  }
}
