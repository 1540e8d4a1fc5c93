package dev.watershed.cli.config;

import dev.watershed.analyzer.neighbour.CalendarEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code calendar}: stretches of time with names. */
final class CalendarReader {

  private CalendarReader() {}

  static List<CalendarEntry> read(YamlObject file) {
    List<CalendarEntry> entries = new ArrayList<>();
    for (YamlObject object : file.objects("calendar")) {
      Optional<String> name = object.text("name");
      Optional<Instant> from = object.value("from", Moments::parse);
      Optional<Instant> to = object.value("to", Moments::parse);
      if (name.isPresent() && from.isPresent() && to.isPresent()) {
        if (from.get().isBefore(to.get())) {
          entries.add(new CalendarEntry(name.get(), from.get(), to.get()));
        } else {
          object.problem("to", "expected a time after from");
        }
      }
    }
    return entries;
  }
}
