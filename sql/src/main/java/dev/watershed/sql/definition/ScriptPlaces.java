package dev.watershed.sql.definition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the characters of a script are, as people count. */
final class ScriptPlaces {

  private final String script;
  private final int[] lineStarts;

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
    long bytes = script.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
    return new DefinitionIssue(place.line(), place.column(), bytes, message);
  }
}
