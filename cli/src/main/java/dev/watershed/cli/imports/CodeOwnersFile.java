package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.cli.config.Imports;
import dev.watershed.cli.config.OwnerSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A CODEOWNERS file in its repository.
 *
 * @param root where its paths begin
 */
record CodeOwnersFile(Path root, CodeOwners owners) {

  /** Folders in which the hosts of repositories look for the file. */
  private static final List<String> WITHIN = List.of(".github", ".gitlab", "docs");

  CodeOwnersFile {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(owners, "owners");
  }

  /** All that a configuration leads to, in its order. */
  static List<CodeOwnersFile> of(Imports imports, ImportFiles files) {
    return imports.owners().stream()
        .filter(source -> source.kind() == ClaimSource.Kind.CODEOWNERS)
        .flatMap(
            source ->
                files.of("owners", source.files()).stream().map(file -> of(source, file, files)))
        .toList();
  }

  private static CodeOwnersFile of(OwnerSource source, Path file, ImportFiles files) {
    Path folder = file.getParent();
    String within = folder.getFileName() == null ? "" : folder.getFileName().toString();
    boolean inside = WITHIN.contains(within) && folder.getParent() != null;
    Path root = source.root().orElseGet(() -> inside ? folder.getParent() : folder);
    List<String> lines = files.text(file).stream().flatMap(String::lines).toList();
    return new CodeOwnersFile(
        root, CodeOwners.parse(files.name(file), lines, within.equals(".gitlab")));
  }

  /** The lines that say whose a file is and name somebody, one of each section. */
  List<CodeOwners.Line> naming(Path file) {
    return path(file).stream()
        .flatMap(path -> owners.deciding(path).stream())
        .filter(line -> !line.owners().isEmpty())
        .toList();
  }

  /** The path of a file within the repository; empty if it is outside. */
  Optional<String> path(Path file) {
    return file.startsWith(root)
        ? Optional.of(root.relativize(file).toString().replace('\\', '/'))
        : Optional.empty();
  }
}
