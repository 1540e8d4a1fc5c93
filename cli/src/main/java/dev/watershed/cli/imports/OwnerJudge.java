package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.ownership.ClaimSource;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.cli.config.CodePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Concludes which service or module a file means as an owner, or says why that cannot be told. Of a
 * team with several services it is the one that has the file among its {@code paths}.
 */
final class OwnerJudge {

  private final OwnerNames names;
  private final List<CodePath> paths;
  private final List<CodeOwnersFile> codeOwners;
  private final ImportFiles files;
  private final ImportNotes notes;

  OwnerJudge(
      OwnerNames names,
      List<CodePath> paths,
      List<CodeOwnersFile> codeOwners,
      ImportFiles files,
      ImportNotes notes) {
    this.names = names;
    this.paths = List.copyOf(paths);
    this.codeOwners = List.copyOf(codeOwners);
    this.files = files;
    this.notes = notes;
  }

  /** The owner that all of these names mean, by services, modules and teams. */
  Optional<Attribution> named(List<String> owners, Path file, String place) {
    List<List<Attribution>> found = owners.stream().map(names::find).toList();
    return concluded(owners, found, false, file, place);
  }

  /** The owner that these teams mean; persons and others among them count for nothing. */
  Optional<Attribution> ofTeams(List<String> owners, Path file, String place) {
    List<List<Attribution>> found = owners.stream().map(names::findTeam).toList();
    return concluded(owners, found, true, file, place);
  }

  private Optional<Attribution> concluded(
      List<String> owners,
      List<List<Attribution>> found,
      boolean othersCount,
      Path file,
      String place) {
    Set<Attribution> parties = new LinkedHashSet<>();
    List<String> nobodies = new ArrayList<>();
    for (int at = 0; at < owners.size(); at++) {
      List<Attribution> own = narrowed(found.get(at), file);
      if (own.size() > 1) {
        notes.add(
            place,
            "'"
                + owners.get(at)
                + "' may be any of "
                + words(own)
                + "; the paths of a service would tell which");
        return Optional.empty();
      }
      own.forEach(parties::add);
      if (own.isEmpty()) {
        nobodies.add(owners.get(at));
      }
    }
    if (parties.size() > 1) {
      notes.add(place, "several owners, " + words(parties) + ": nobody is taken from it");
    } else if (parties.isEmpty() || !othersCount) {
      nobodies.forEach(name -> notes.add(place, names.nobody(name)));
    }
    boolean one = parties.size() == 1 && (othersCount || nobodies.isEmpty());
    return one ? Optional.of(parties.iterator().next()) : Optional.empty();
  }

  /** Of several parties the one whose code the file is. */
  private List<Attribution> narrowed(List<Attribution> found, Path file) {
    if (found.size() < 2) {
      return found;
    }
    Optional<CodePath> code =
        paths.stream()
            .filter(path -> path.files().matches(file))
            .filter(path -> found.contains(path.party()))
            .max(Comparator.comparingInt(path -> path.files().base().getNameCount()));
    return code.map(path -> List.of(path.party())).orElse(found);
  }

  private static String words(Iterable<Attribution> parties) {
    List<String> words = new ArrayList<>();
    for (Attribution party : parties) {
      words.add(party.service().orElse("") + party.module().map(module -> "/" + module).orElse(""));
    }
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  /** What CODEOWNERS say of tables that a file makes or describes. */
  List<Claim> ofFile(Path file, List<TablePattern> tables) {
    List<Claim> claims = new ArrayList<>();
    for (CodeOwnersFile each : codeOwners) {
      List<CodeOwners.Line> lines = each.naming(file);
      if (lines.isEmpty()) {
        notes.add(files.name(file), "no line of " + each.owners().name() + " names an owner of it");
        continue;
      }
      int line = lines.get(0).number();
      List<String> owners =
          lines.stream().flatMap(own -> own.owners().stream()).distinct().toList();
      ofTeams(owners, file, each.owners().place(line))
          .ifPresent(
              party ->
                  tables.forEach(
                      table ->
                          claims.add(
                              claim(
                                  party,
                                  table,
                                  ClaimSource.Kind.CODEOWNERS,
                                  each.owners().name(),
                                  line))));
    }
    return claims;
  }

  /** Whether there is any CODEOWNERS. */
  boolean hasCodeOwners() {
    return !codeOwners.isEmpty();
  }

  /** The owners that CODEOWNERS name for every file of a folder; empty unless one line does. */
  List<String> ofFolder(Path folder) {
    for (CodeOwnersFile each : codeOwners) {
      // Names that no pattern can mean: what matches them matches every file of the folder.
      List<CodeOwners.Line> shallow = deciding(each, folder.resolve("\u0001"));
      List<CodeOwners.Line> deep = deciding(each, folder.resolve("\u0001").resolve("\u0001"));
      if (shallow.equals(deep) && shallow.size() == 1) {
        return shallow.get(0).owners();
      }
    }
    return List.of();
  }

  private static List<CodeOwners.Line> deciding(CodeOwnersFile file, Path path) {
    return file.path(path).stream().flatMap(own -> file.owners().deciding(own).stream()).toList();
  }

  static Claim claim(
      Attribution party, TablePattern table, ClaimSource.Kind kind, String file, int line) {
    return new Claim(party, table, Optional.of(new ClaimSource(kind, file, line)));
  }
}
