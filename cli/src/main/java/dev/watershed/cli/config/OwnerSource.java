package dev.watershed.cli.config;

import dev.watershed.analyzer.ownership.ClaimSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Files in which teams say who owns what.
 *
 * @param kind what sort of files they are
 * @param files which
 * @param schema of tables whose names have none
 * @param ownerKeys of files for a table: the keys that name its owner, the first that is there
 * @param root where the paths of CODEOWNERS begin; empty for the folder that it stands for
 */
public record OwnerSource(
    ClaimSource.Kind kind,
    PathPattern files,
    Optional<String> schema,
    List<String> ownerKeys,
    Optional<Path> root) {

  /** Where files for a table name its owner if the configuration does not say it. */
  public static final List<String> USUAL_OWNER_KEYS =
      List.of("owner", "service", "team", "feature_category", "feature_categories");

  public OwnerSource {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(schema, "schema");
    ownerKeys = ownerKeys.isEmpty() ? USUAL_OWNER_KEYS : List.copyOf(ownerKeys);
    Objects.requireNonNull(root, "root");
  }
}
