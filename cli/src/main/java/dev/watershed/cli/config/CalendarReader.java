package dev.watershed.cli.config;

import dev.watershed.analyzer.neighbour.CalendarEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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
      Optional<Instant> from = object.value("from", CalendarReader::instant);
      Optional<Instant> to = object.value("to", CalendarReader::instant);
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

  /** A date is its beginning in UTC. */
  private static Instant instant(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no time; expected 2026-12-24T18:00:00+09:00 or 2026-12-24", e);
    }
  }
}
