package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.rules.gate.VerdictHistory;
import dev.watershed.rules.gate.VerdictRecord;
import dev.watershed.rules.gate.VerdictRecordText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was violated in earlier spans, in the folder {@code verdicts} of the store: a file per span,
 * known by its end. Of days that are over for some time the last span stays, with what the others
 * showed. It is written without the lock, each file at once; nothing else of the store knows it,
 * and without it rules judge as if for the first time.
 */
final class VerdictFolder {

  /** Spans of so many days are kept one by one. */
  static final int SINGLE_DAYS = 2;

  /** As long as windows of days. */
  static final int LONGEST_DAYS = 400;

  private static final String FOLDER = "verdicts";
  private static final String SUFFIX = ".verdicts";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final CommandContext context;
  private final Path folder;
  private final CacheFolder files;

  VerdictFolder(CommandContext context, Path folder) {
    this.context = context;
    this.folder = folder;
    this.files = new CacheFolder(folder);
  }

  /** Of the configured store. */
  static VerdictFolder of(CommandContext context, Configuration configuration) {
    return new VerdictFolder(
        context, context.workingDirectory().resolve(configuration.store()).resolve(FOLDER));
  }

  /** What is there. A file that cannot be read is named on standard error, and left out. */
  VerdictHistory read() {
    List<VerdictRecord> records = new ArrayList<>();
    try {
      for (String name : names()) {
        record(name).ifPresent(records::add);
      }
    } catch (IOException e) {
      context.say("earlier verdicts are not known: " + e.getMessage());
    }
    return new VerdictHistory(records);
  }

  /** Keeps what was found; where that cannot be done, says so on standard error. */
  void write(VerdictRecord found) {
    try {
      put(found);
      thin();
      files.clean(new HashSet<>(names()), context.clock().instant());
    } catch (IOException e) {
      context.say(
          "the next check knows nothing of this one: cannot write "
              + folder
              + ": "
              + e.getMessage());
    }
  }

  private void put(VerdictRecord record) throws IOException {
    files.write(name(record), VerdictRecordText.of(record).getBytes(StandardCharsets.UTF_8));
  }

  private void thin() throws IOException {
    List<VerdictRecord> records = read().records();
    if (records.isEmpty()) {
      return;
    }
    Instant newest = records.get(records.size() - 1).until();
    Instant single = newest.minus(Duration.ofDays(SINGLE_DAYS));
    Instant oldest = newest.minus(Duration.ofDays(LONGEST_DAYS));
    Map<LocalDate, List<VerdictRecord>> days = new TreeMap<>();
    for (VerdictRecord record : records) {
      if (record.until().isBefore(oldest)) {
        Files.deleteIfExists(folder.resolve(name(record)));
      } else if (record.until().isBefore(single)) {
        days.computeIfAbsent(day(record), unused -> new ArrayList<>()).add(record);
      }
    }
    for (List<VerdictRecord> day : days.values()) {
      if (day.size() > 1) {
        together(day);
      }
    }
  }

  private void together(List<VerdictRecord> day) throws IOException {
    List<VerdictRecord> others = day.subList(0, day.size() - 1);
    VerdictRecord last = day.get(day.size() - 1);
    for (VerdictRecord other : others) {
      last = last.withEarlier(other);
    }
    put(last);
    for (VerdictRecord other : others) {
      Files.deleteIfExists(folder.resolve(name(other)));
    }
  }

  private Optional<VerdictRecord> record(String name) throws IOException {
    Optional<byte[]> content = files.read(name);
    try {
      return content.map(
          bytes -> VerdictRecordText.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      context.say("left out: " + FOLDER + "/" + name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException | NotDirectoryException absent) {
      return List.of();
    }
    names.sort(Comparator.naturalOrder());
    return names;
  }

  private static String name(VerdictRecord record) {
    return NAME.format(record.until()) + SUFFIX;
  }

  private static LocalDate day(VerdictRecord record) {
    return LocalDate.ofInstant(record.until(), ZoneOffset.UTC);
  }
}
