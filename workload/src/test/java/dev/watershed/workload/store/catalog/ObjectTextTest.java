package dev.watershed.workload.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectTextTest {

  private static final String TABLE =
      """
      table\tname=orders\tengine=InnoDB
      column\tname=id\ttype=bigint\tnot_null=1\tauto_increment=1
      column\tname=note\ttype=text
      index\tname=PRIMARY\tunique=1
      part\tcolumn=id
      index\tname=words\tkind=fulltext
      part\tcolumn=note
      """;

  @Test
  void everyDefinitionComesBackAsItWas() throws UnreadableFileException {
    int objects = 0;
    for (long seed = 0; seed < 200; seed++) {
      for (SchemaDefinition schema : Catalogs.random(seed).schemas()) {
        for (CatalogObject object : schema.objects()) {
          String text = ObjectText.encode(object);
          assertThat(ObjectText.decode(text)).isEqualTo(object);
          objects++;
        }
      }
    }
    assertThat(objects).isGreaterThan(1_000);
  }

  @Test
  void whatHasItsDefaultIsNotWritten() throws UnreadableFileException {
    CatalogObject table = ObjectText.decode(TABLE);

    assertThat(ObjectText.encode(table)).isEqualTo(TABLE);
    assertThat(((TableDefinition) table).indexes().get(1).kind()).isEqualTo(IndexKind.FULLTEXT);
  }

  @Test
  void whatALaterVersionAddsIsPassedOver() throws UnreadableFileException {
    String later =
        TABLE
            .replace("engine=InnoDB", "engine=InnoDB\tcolour=red\tflag")
            .replace("part\tcolumn=id", "part\tcolumn=id\tshade=2\nlining\tname=silk");

    assertThat(ObjectText.decode(later)).isEqualTo(ObjectText.decode(TABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "'table\tname=t\tversion=2\ncolumn\tname=a\ttype=int\n', NEWER, its format is 2",
    "'table\tname=t\ncolumn\tname=a\ttype=int\nindex\tname=i\tkind=quantum\n', NEWER, quantum",
    "'hologram\tname=t\n', NEWER, hologram",
    "'table\tname=t\n', CORRUPTED, has no column",
    "'table\tname=t\tversion=x\n', CORRUPTED, x",
    "'', CORRUPTED, without a line",
  })
  void whatCannotBeReadSaysWhy(String text, FileProblem problem, String message) {
    assertThatThrownBy(() -> ObjectText.decode(text))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            unreadable -> assertThat(unreadable.problem()).isEqualTo(problem))
        .hasMessageContaining(message);
  }
}
