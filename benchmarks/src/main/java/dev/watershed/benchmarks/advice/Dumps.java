package dev.watershed.benchmarks.advice;

import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.collector.input.LogStream;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Dumps of several servers, as one. */
record Dumps(String text) {

  static Dumps read(List<String> files) throws IOException {
    StringBuilder dump = new StringBuilder();
    for (String file : files) {
      try (InputStream raw = Files.newInputStream(Path.of(file))) {
        dump.append(new String(LogStream.uncompressed(raw).readAllBytes(), StandardCharsets.UTF_8));
        dump.append('\n');
      }
    }
    return new Dumps(dump.toString());
  }

  Catalog catalog() {
    return CatalogBuilder.build(
        DefinitionReader.read(text, SqlMode.standard(), LiteralPolicy.REDACT),
        "all",
        Instant.EPOCH);
  }
}
