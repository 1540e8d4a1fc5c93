package dev.watershed.collector.migration;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells the tool by the files. */
final class ToolFinder {

  private static final Pattern FLYWAY = Pattern.compile("(V[\\d._]+|R)__.+\\.sql");
  private static final Pattern GOLANG = Pattern.compile("\\d+_.*\\.(up|down)\\.sql");
  private static final Pattern RAILS =
      Pattern.compile(
          "(?is).*(INSERT\\s+INTO\\s+[`\"]?schema_migrations\\b|ActiveRecord::SchemaMigration).*");

  private ToolFinder() {}

  static MigrationTool tool(List<MigrationFile> files) {
    if (any(files, file -> FLYWAY.matcher(file.name()).matches())) {
      return MigrationTool.FLYWAY;
    }
    if (any(files, file -> GOLANG.matcher(file.name()).matches())) {
      return MigrationTool.GOLANG_MIGRATE;
    }
    if (any(
        files,
        file ->
            LiquibasePending.isFormatted(file.text()) || LiquibasePending.isUpdate(file.text()))) {
      return MigrationTool.LIQUIBASE;
    }
    return any(files, file -> RAILS.matcher(file.text()).matches())
        ? MigrationTool.RAILS
        : MigrationTool.PLAIN;
  }

  private static boolean any(List<MigrationFile> files, Predicate<MigrationFile> is) {
    return files.stream().anyMatch(is);
  }
}
