package dev.watershed.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerImportTest {

  private static final String SERVICES =
      """
      services:
        - {name: a, match: {users: [a]}, paths: [repo/a, repo/lib/a/**]}
        - {name: b, match: {users: [b]}, paths: [repo/b]}
        - {name: c, match: {users: [c]}, team: seas, paths: [repo/a]}
        - {name: d, match: {users: [d]}, paths: [repo/d]}
        - {name: e, match: {users: [e]}}
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private ImportedOwners read(String text) throws IOException, ConfigurationException {
    write("watershed.yaml", text);
    return OwnerImport.read(ConfigurationReader.read("watershed.yaml", folder));
  }

  private static Optional<String> team(ImportedOwners owners, String service) {
    return owners.services().stream()
        .filter(each -> each.name().equals(service))
        .findFirst()
        .flatMap(Service::team);
  }

  /** One line has to name one owner for all paths: of b's files some are another's. */
  @Test
  void aServiceWithoutATeamHasThatOfItsPaths() throws IOException, ConfigurationException {
    write(
        "repo/CODEOWNERS",
        """
        *.sql  @acme/data
        /a/    @acme/hills
        /lib/  @acme/hills
        /b/    @acme/woods
        /b/*   @acme/trees
        /d/    @acme/one @acme/two
        """);
    ImportedOwners owners = read(SERVICES + "owners: [{codeowners: repo/CODEOWNERS}]\n");
    assertThat(team(owners, "a")).contains("hills");
    assertThat(team(owners, "b")).isEmpty();
    assertThat(team(owners, "c")).contains("seas");
    assertThat(team(owners, "d")).isEmpty();
    assertThat(team(owners, "e")).isEmpty();
  }

  @Test
  void theOwnerOfItsComponentComesFirst() throws IOException, ConfigurationException {
    write("repo/CODEOWNERS", "/a/ @acme/hills\n");
    write(
        "catalog-info.yaml",
        "kind: Component\nmetadata: {name: a}\nspec: {owner: 'group:default/dales'}\n---\n"
            + "kind: Component\nmetadata: {name: c}\nspec: {owner: other}\n");
    ImportedOwners owners =
        read(
            SERVICES + "owners: [{codeowners: repo/CODEOWNERS}, {backstage: catalog-info.yaml}]\n");
    assertThat(team(owners, "a")).contains("dales");
    assertThat(team(owners, "c")).contains("seas");
  }

  @Test
  void withoutOtherFilesTheConfigurationIsAllThereIs() throws IOException, ConfigurationException {
    ImportedOwners owners = read(SERVICES);
    assertThat(owners.claims().owns()).isEmpty();
    assertThat(owners.claims().notes()).isEmpty();
    assertThat(team(owners, "a")).isEmpty();
  }

  /** By letters the tenth would come first, and the ninth would drop what the tenth made. */
  @Test
  void migrationsRunInTheOrderOfTheirNumbers() throws IOException, ConfigurationException {
    write("repo/CODEOWNERS", "*.sql @acme/hills\n/db/V10__* @acme/seas\n");
    write("repo/db/V2__cart.sql", "CREATE TABLE cart (id INT);\n");
    write("repo/db/V9__no_cart.sql", "DROP TABLE cart;\n");
    write("repo/db/V10__cart.sql", "CREATE TABLE cart (id INT);\n");
    ImportedOwners owners =
        read(
            SERVICES
                + "owners: [{codeowners: repo/CODEOWNERS}]\n"
                + "migrations: [{path: repo/db, schema: shop}]\n");
    assertThat(owners.claims().owns())
        .extracting(claim -> claim.pattern().text())
        .containsExactly("shop.cart");
  }

  @Test
  void placeholdersOfMigrationsHaveTheirValues() throws IOException, ConfigurationException {
    write("repo/CODEOWNERS", "*.sql @acme/seas\n");
    write(
        "repo/db/V1__cart.sql",
        "CREATE TABLE ${flyway:defaultSchema}.${pre}cart (id INT COMMENT '${note}');\n"
            + "CREATE TABLE ${other}cart (id INT);\n");
    ImportedOwners owners =
        read(
            SERVICES
                + "owners: [{codeowners: repo/CODEOWNERS}]\n"
                + "migrations: [{path: repo/db, schema: shop,"
                + " placeholders: {pre: big_, note: it}}]\n");
    assertThat(owners.claims().owns())
        .extracting(claim -> claim.pattern().text())
        .containsExactly("shop.big_cart");
    assertThat(owners.claims().notes())
        .singleElement()
        .asString()
        .contains("V1__cart.sql:2", "the placeholder ${other} has no value");
  }
}
