package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code owners} and what uses it, where teams say in other files who owns what. */
class ImportedOwnersTest {

  private static final String SERVICES =
      """
      servers:
        - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}
      services:
        - {name: shop, team: shops, match: {users: [svc_shop]}, owns: [shop.items], reads: ["member.*"]}
        - {name: stock, team: shops, match: {users: [svc_stock]}, paths: [repo/stock/**]}
        - {name: member, match: {users: [svc_member]}, paths: [repo/member]}
      """;

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void collect() throws IOException {
    write(
        "dump.sql",
        """
        USE shop;
        CREATE TABLE items (id int PRIMARY KEY, a int);
        CREATE TABLE slots (id int PRIMARY KEY, a int);
        CREATE TABLE notes (id int PRIMARY KEY, a int);
        USE member;
        CREATE TABLE members (id int PRIMARY KEY, a int);
        CREATE TABLE cards (id int PRIMARY KEY, a int);
        """);
    StringBuilder log = new StringBuilder();
    event(log, 1, "svc_shop", "UPDATE shop.items SET a = 1 WHERE id = 1");
    event(log, 2, "svc_shop", "SELECT a FROM shop.slots WHERE id = 1");
    event(log, 3, "svc_member", "UPDATE member.members SET a = 1 WHERE id = 1");
    event(log, 4, "svc_shop", "UPDATE member.cards SET a = 1 WHERE id = 1");
    event(log, 5, "svc_member", "UPDATE member.cards SET a = 1 WHERE id = 1");
    write("slow.log", log.toString());
    write("watershed.yaml", SERVICES);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void event(StringBuilder log, int second, String user, String sql) {
    SlowLogText.event(log, user, START.plusSeconds(second), sql);
  }

  private String owners(String... more) throws IOException {
    write("watershed.yaml", SERVICES + String.join("\n", more) + "\n");
    return run("owners", "-c", "watershed.yaml");
  }

  private String run(String... arguments) {
    run.execute(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.output();
  }

  /** The text without its line breaks: where lines are wrapped is no matter here. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void filesForATableNameTheirOwner() throws IOException {
    write("docs/slots.yml", "---\ntable_name: slots\nfeature_categories:\n- stock\n");
    write("docs/notes.yml", "table_name: notes\nfeature_categories: [stock, member]\n");
    write("docs/cards.yml", "table_name: member.cards\nowner: membr\n");
    write("docs/gone.yml", "table_name: gone\nowner: shop\n");
    write("docs/odd.yml", "name: x\n");
    String text = owners("owners: [{tables: docs/*.yml, schema: shop}]");
    assertThat(text).startsWith("5 tables: 2 declared");
    assertThat(flat(text))
        .contains("where declared owners come from 1 table by owns of the configuration")
        .contains("1 table of stock: shop.slots in docs/slots.yml:4")
        .contains("docs/notes.yml:2: several owners, member, stock: nobody is taken from it")
        .contains(
            "docs/cards.yml:2: 'membr' names no service, module or team of the configuration; did"
                + " you mean member?")
        .contains("docs/odd.yml: names no table; expected one of table_name, view_name, table")
        .contains("no table fits shop.gone of shop (docs/gone.yml:2)");
  }

  @Test
  void whichKeyNamesTheOwnerMayBeSaid() throws IOException {
    write("docs/slots.yml", "table_name: slots\nowner: shop\ncrew: warehouse\n");
    String text =
        owners(
            "owners: [{tables: docs/slots.yml, schema: shop, owner: [squad, crew]}]",
            "aliases: {warehouse: stock}");
    assertThat(flat(text)).contains("1 table of stock: shop.slots in docs/slots.yml:3");
  }

  @Test
  void listsNameTablesPerOwnerOrOwnersPerTable() throws IOException {
    write("domains.yml", "stock:\n  - slots\n  - notes\nmember:\n  - member.*\n");
    write("tableowners.yaml", "member.cards: member\nslots: stock\nnotes: {a: b}\n");
    String text = owners("owners: [{lists: domains.yml, schema: shop}]");
    assertThat(text).startsWith("5 tables: 5 declared");
    assertThat(flat(text)).contains("2 tables of member: member.* in domains.yml:5");
    text = owners("owners: [{lists: tableowners.yaml, schema: shop}]");
    assertThat(text).startsWith("5 tables: 3 declared");
    assertThat(flat(text))
        .contains("1 table of member: member.cards in tableowners.yaml:1")
        .contains("tableowners.yaml:3: expected a list of tables under an owner");
  }

  @Test
  void whereSourcesDisagreeATableIsOwnedTwice() throws IOException {
    write("domains.yml", "stock: [shop.items, shop.slots]\n");
    write("docs/slots.yml", "table_name: shop.slots\nowner: stock\n");
    String text = owners("owners: [{lists: domains.yml}, {tables: docs/*.yml}]");
    assertThat(text).startsWith("5 tables: 1 declared");
    assertThat(flat(text))
        .contains(
            "shop.items is owned twice, so by nobody: shop.items of shop, shop.items of stock"
                + " (domains.yml:1); these sources have to agree")
        .contains("shop.slots in domains.yml:1")
        .contains("shop.slots in docs/slots.yml:2");
    assertThat(run("owners", "-c", "watershed.yaml", "--format", "json"))
        .contains("\"source\" : \"lists\"", "\"file\" : \"domains.yml\"", "\"line\" : 1")
        .contains("\"source\" : \"configuration\"");
  }

  @Test
  void tablesThatTheSameClaimsDisputeAreToldTogether() throws IOException {
    write("domains.yml", "stock: [shop.*]\n");
    write("more.yml", "table_name: 'shop.%'\nowner: member\n");
    String text = owners("owners: [{lists: domains.yml}, {tables: more.yml}]");
    assertThat(flat(text))
        .contains(
            "2 tables, such as shop.notes, are owned twice, so by nobody: shop.* of member"
                + " (more.yml:2), shop.* of stock (domains.yml:1); these sources have to agree");
  }

  @Test
  void codeOwnersOwnWhatTheFilesOfTheirPathsMake() throws IOException {
    write(
        "repo/.github/CODEOWNERS",
        "*  @acme/nobody\n/stock/  @acme/shops\n/member/ @acme/crew @jane\n");
    write("repo/stock/db/V1.sql", "CREATE TABLE slots (id int);\nCREATE TABLE dropped (id int);\n");
    write("repo/stock/db/V2.sql", "DROP TABLE dropped;\nALTER TABLE items ADD b int;\n");
    write("repo/db/V3.sql", "CREATE TABLE shop.notes (id int);\n");
    write("repo/member/db/1.sql", "CREATE TABLE member.cards (id int);\n");
    String text =
        owners(
            "owners: [{codeowners: repo/.github/CODEOWNERS}]",
            "migrations: [{path: repo/stock/db, schema: shop}, {path: repo/db},"
                + " {path: repo/member/db/*.sql}]",
            "aliases: {'@acme/crew': member}");
    assertThat(flat(text))
        .contains("1 table of stock: shop.slots in repo/.github/CODEOWNERS:2")
        .contains("1 table of member: member.cards in repo/.github/CODEOWNERS:3")
        .contains("repo/.github/CODEOWNERS:1: '@acme/nobody' names no service")
        .doesNotContain("dropped", "shop.items in", "jane");
  }

  /** The team has two services, and the file is of neither's paths. */
  @Test
  void aTeamWithSeveralServicesOwnsNothingByItself() throws IOException {
    write("repo/CODEOWNERS", "/db/ @acme/shops\n");
    write("repo/db/V3.sql", "CREATE TABLE shop.notes (id int);\n");
    String text =
        owners("owners: [{codeowners: repo/CODEOWNERS}]", "migrations: [{path: repo/db}]");
    assertThat(flat(text))
        .contains(
            "repo/CODEOWNERS:1: '@acme/shops' may be any of shop, stock; the paths of a service"
                + " would tell which");
    assertThat(text).startsWith("5 tables: 1 declared");
  }

  @Test
  void aBackstageCatalogNamesOwnersOfSchemasAndTables() throws IOException {
    write(
        "catalog-info.yaml",
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: member}
        spec: {type: service, lifecycle: production, owner: group:default/crew, dependsOn: ["resource:default/member"]}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: Resource
        metadata: {name: member}
        spec: {type: database, owner: crew}
        ---
        kind: Resource
        metadata:
          name: shop-store
          annotations: {watershed.dev/tables: "shop.slots, shop.not"}
        spec: {type: volume, owner: shops, dependencyOf: ["component:stock", "component:member"]}
        ---
        kind: Component
        metadata: {name: stock}
        spec: {type: service, owner: shops}
        ---
        kind: Resource
        metadata: {name: pictures}
        spec: {type: s3-bucket, owner: nobody}
        ---
        kind: Resource
        metadata: {name: notes}
        spec: {type: table, owner: shops}
        """);
    String text = owners("owners: [{backstage: '**/catalog-info.yaml'}]");
    assertThat(text).startsWith("5 tables: 4 declared");
    assertThat(flat(text))
        .contains("2 tables of member: member.* in catalog-info.yaml:8")
        .contains("1 table of stock: shop.slots in catalog-info.yaml:13")
        .contains("no table fits shop.not of stock (catalog-info.yaml:13)")
        .contains("catalog-info.yaml:26: 'shops' may be any of shop, stock")
        .doesNotContain("pictures");
    text =
        owners("owners: [{backstage: catalog-info.yaml, schema: shop}]", "aliases: {shops: stock}");
    assertThat(flat(text)).contains("1 table of stock: shop.notes in catalog-info.yaml:26");
  }

  @Test
  void aTeamThatAnotherFileNamesHasAReport() throws IOException {
    write(
        "catalog-info.yaml",
        """
        kind: Component
        metadata: {name: member}
        spec: {type: service, owner: group:default/crew}
        """);
    write("watershed.yaml", SERVICES + "owners: [{backstage: catalog-info.yaml}]\n");
    assertThat(run("report", "-c", "watershed.yaml", "--format", "markdown", "--team", "crew"))
        .startsWith("# crew: ");
  }

  @Test
  void couplingAndDraftsSeeImportedOwners() throws IOException {
    write("domains.yml", "member: [member.*]\nstock: [shop.slots]\n");
    String owned = owners("owners: [{lists: domains.yml}]");
    assertThat(owned).startsWith("5 tables: 4 declared");
    assertThat(flat(run("analyze", "-c", "watershed.yaml", "--coupling")))
        .contains("shop reads shop.slots of stock")
        .contains("member.cards is written by member 50%, shop 50%; member owns it");
    assertThat(run("owners", "-c", "watershed.yaml", "--propose")).doesNotContain("member.cards");
  }

  @Test
  void whatCannotBeReadEndsTheCommand() throws IOException {
    write("watershed.yaml", SERVICES + "owners: [{lists: none.yml}]\n");
    run.execute("owners", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("no file matches 'none.yml'");
    write("domains.yml", "member: [a\nb: }\n");
    write("watershed.yaml", SERVICES + "owners: [{lists: domains.yml}]\naliases: {x: shopp}\n");
    run.execute("owners", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("domains.yml:2:")
        .contains("aliases.x: 'shopp' is no service, module or team of the configuration")
        .contains("did you mean shop?");
  }
}
