package dev.watershed.benchmarks.fuzz;

import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.collector.reference.ReferenceEvent;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.collector.reference.ReferenceSlowLogReader;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.script.ScriptStatements;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.store.catalog.ObjectText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs that fuzzing begins with, made from the repository's fixtures.
 *
 * @param repository its folder
 */
record Seeds(Path repository) {

  private static final String SLOW_LOGS = "collector/src/test/resources/slowlog";
  private static final String DUMPS = "collector/src/test/resources/dumps";
  private static final String SCRIPTS = "collector/src/test/resources/dev/watershed/collector";
  private static final String CONFIGURATION = "examples/marketplace/watershed.yaml";
  private static final String DOCUMENTS = "docs";

  /** Writes the inputs of a target, each to a file that is named by what it holds. */
  void write(FuzzTarget target, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (byte[] seed : of(target)) {
      byte[] input = Arrays.copyOf(seed, Math.min(seed.length, target.longestInput()));
      String content = new String(input, StandardCharsets.ISO_8859_1);
      Files.write(folder.resolve(Fingerprints.idOf(Fingerprints.hashOf(content))), input);
    }
  }

  private List<byte[]> of(FuzzTarget target) throws IOException {
    return switch (target) {
      case SLOW_LOG -> slowLogs();
      case FINGERPRINT -> behind(new byte[] {0, 5}, statements());
      case UNDERSTANDING -> behind(new byte[] {0}, statements());
      case DEFINITION -> behind(new byte[] {0}, scripts());
      case CATALOG_TEXT -> bytes(objects());
      case WINDOW -> new StoreSeeds(repository).windows();
      case SNAPSHOT -> List.of(new StoreSeeds(repository).snapshot(catalog()));
      case CONFIGURATION -> bytes(configurations());
    };
  }

  private List<byte[]> slowLogs() throws IOException {
    List<byte[]> logs = new ArrayList<>();
    for (Path log : files(SLOW_LOGS, ".log")) {
      byte options = (byte) (log.toString().contains("ansi") ? 1 : 0);
      logs.add(joined(new byte[] {options, 12, 20, 3}, Files.readAllBytes(log)));
    }
    return logs;
  }

  private List<String> statements() throws IOException {
    List<String> statements = new ArrayList<>();
    for (Path log : files(SLOW_LOGS, ".log")) {
      ReferenceSlowLogReader.read(Files.readAllBytes(log), ReferenceOptions.standard())
          .events()
          .stream()
          .map(ReferenceEvent::statement)
          .map(statement -> new String(statement, StandardCharsets.UTF_8))
          .forEach(statements::add);
    }
    for (String script : scripts()) {
      ScriptStatements.of(script).forEach(statement -> statements.add(statement.text()));
    }
    return statements.stream().distinct().toList();
  }

  private List<String> scripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    for (Path script :
        Stream.concat(files(DUMPS, ".sql").stream(), files(SCRIPTS, ".sql").stream()).toList()) {
      String text = Files.readString(script);
      int length = FuzzTarget.DEFINITION.longestInput() - 1;
      for (int from = 0; from < text.length(); from += length) {
        String piece = text.substring(from, Math.min(text.length(), from + length));
        scripts.add(piece.substring(piece.indexOf('\n') + 1));
      }
    }
    return scripts;
  }

  private Catalog catalog() throws IOException {
    String dump = Files.readString(repository.resolve(DUMPS).resolve("mysql-9.7.sql"));
    return CatalogBuilder.build(
        DefinitionReader.read(dump, SqlMode.standard(), LiteralPolicy.REDACT),
        "dump.sql",
        Instant.parse("2026-11-23T00:00:00Z"));
  }

  private List<String> objects() throws IOException {
    return catalog().schemas().stream()
        .flatMap(schema -> schema.objects().stream())
        .map(ObjectText::encode)
        .toList();
  }

  /** The example's, and the pieces that the documentation shows. */
  private List<String> configurations() throws IOException {
    List<String> texts = new ArrayList<>();
    texts.add(Files.readString(repository.resolve(CONFIGURATION)));
    for (Path page : files(DOCUMENTS, ".md")) {
      String[] parts = Files.readString(page).split("```", -1);
      for (int i = 1; i < parts.length; i += 2) {
        if (parts[i].startsWith("yaml")) {
          texts.add(parts[i].substring("yaml".length()).stripLeading());
        }
      }
    }
    return texts;
  }

  private List<Path> files(String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(repository.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static List<byte[]> bytes(List<String> texts) {
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<byte[]> behind(byte[] head, List<String> texts) {
    return bytes(texts).stream().map(text -> joined(head, text)).toList();
  }

  static byte[] joined(byte[] head, byte[] content) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(head);
    joined.writeBytes(content);
    return joined.toByteArray();
  }
}
