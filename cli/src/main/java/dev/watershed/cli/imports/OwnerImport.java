package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.ownership.Claims;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.OwnerSource;
import dev.watershed.cli.config.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the {@code owners} of a configuration lead to. */
public final class OwnerImport {

  private final Configuration configuration;
  private final Problems problems = new Problems();
  private final ImportNotes notes = new ImportNotes();
  private final ImportFiles files;
  private final List<Claim> claims = new ArrayList<>();

  private OwnerImport(Configuration configuration) {
    this.configuration = configuration;
    this.files = new ImportFiles(configuration.folder(), problems);
  }

  /**
   * Reads it.
   *
   * @throws ConfigurationException if a file cannot be read; the message names every problem
   */
  public static ImportedOwners read(Configuration configuration) throws ConfigurationException {
    return new OwnerImport(configuration).read();
  }

  private ImportedOwners read() throws ConfigurationException {
    OwnerNames names =
        new OwnerNames(configuration.services().services(), configuration.imports().aliases());
    names.wrongAliases().forEach(wrong -> problems.add("configuration", wrong));
    List<CodeOwnersFile> codeOwners = CodeOwnersFile.of(configuration.imports(), files);
    codeOwners.stream().flatMap(file -> file.owners().issues().stream()).forEach(notes::add);
    OwnerJudge judge =
        new OwnerJudge(names, configuration.imports().paths(), codeOwners, files, notes);
    if (!codeOwners.isEmpty()) {
      claims.addAll(
          new MigrationClaims(judge, files, notes).of(configuration.imports().migrations()));
    }
    TableFileReader tables = new TableFileReader(judge, files, notes, problems);
    for (OwnerSource source : sources(ClaimSource.Kind.TABLES)) {
      files.of("owners", source.files()).forEach(file -> claims.addAll(tables.read(source, file)));
    }
    OwnerListReader lists = new OwnerListReader(judge, files, notes, problems);
    for (OwnerSource source : sources(ClaimSource.Kind.LISTS)) {
      files.of("owners", source.files()).forEach(file -> claims.addAll(lists.read(source, file)));
    }
    BackstageCatalog catalog = new BackstageCatalog(names, judge, notes);
    for (OwnerSource source : sources(ClaimSource.Kind.BACKSTAGE)) {
      for (Path file : files.of("owners", source.files())) {
        catalog.add(BackstageReader.read(files.name(file), file, source.schema(), problems));
      }
    }
    claims.addAll(catalog.claims());
    problems.throwIfAny();
    TeamFinder teams = new TeamFinder(judge, catalog.teams());
    return new ImportedOwners(
        Claims.of(configuration.services().services()).with(claims, notes.sentences()),
        teams.fill(configuration.services().services(), configuration.imports().paths()));
  }

  private List<OwnerSource> sources(ClaimSource.Kind kind) {
    return configuration.imports().owners().stream().filter(each -> each.kind() == kind).toList();
  }
}
