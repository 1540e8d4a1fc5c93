package dev.watershed.workload.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogChangeTest {

  private static final Catalog BEFORE = catalog(view("a", "x"), view("b", "x"), event("a"));

  @Test
  void whatIsThereForTheFirstTimeIsAdded() {
    assertThat(CatalogChange.between(Optional.empty(), BEFORE))
        .isEqualTo(new CatalogChange(true, 3, 0, 0));
  }

  @Test
  void objectsAreKnownByTheirKindAndName() {
    assertThat(to(view("a", "x"), view("b", "x"), event("a"))).isEqualTo(CatalogChange.NONE);
    assertThat(to(view("a", "x"), view("b", "y"), event("b")))
        .isEqualTo(new CatalogChange(false, 1, 1, 1));
    assertThat(to()).isEqualTo(new CatalogChange(false, 0, 0, 3));
  }

  @Test
  void anEmptyCatalogIsOneAsWell() {
    Catalog empty = catalog();
    assertThat(CatalogChange.between(Optional.empty(), empty).any()).isTrue();
    assertThat(CatalogChange.between(Optional.of(empty), empty).any()).isFalse();
  }

  @Test
  void changesFollowOneAnother() {
    CatalogChange first = CatalogChange.between(Optional.empty(), BEFORE);
    assertThat(first.then(to(view("a", "y")))).isEqualTo(new CatalogChange(true, 3, 1, 2));
  }

  @Test
  void sizesAgreeWithASlowCount() {
    for (long seed = 1; seed <= 40; seed++) {
      Catalog catalog = Catalogs.random(seed);
      List<CatalogObject> objects = new ArrayList<>();
      catalog.schemas().forEach(schema -> objects.addAll(schema.objects()));
      CatalogSize size = CatalogSize.of(catalog);
      assertThat(size.tables() + size.views() + size.triggers() + size.routines() + size.events())
          .isEqualTo(objects.size());
      assertThat(size.indexes())
          .isEqualTo(
              objects.stream()
                  .mapToInt(
                      object ->
                          object instanceof TableDefinition table ? table.indexes().size() : 0)
                  .sum());
      assertThat(size.schemas()).isEqualTo(catalog.schemas().size());
    }
  }

  private static CatalogChange to(CatalogObject... objects) {
    return CatalogChange.between(Optional.of(BEFORE), catalog(objects));
  }

  private static Catalog catalog(CatalogObject... objects) {
    SchemaDefinition schema =
        new SchemaDefinition("s", Optional.empty(), Optional.empty(), List.of(objects));
    return new Catalog(
        Instant.EPOCH, Optional.empty(), List.of(schema), List.of(), List.of(), List.of());
  }

  private static CatalogObject view(String name, String query) {
    return new ViewDefinition(name, List.of(), query, "UNDEFINED", Security.DEFINER);
  }

  private static CatalogObject event(String name) {
    return new EventDefinition(name, "EVERY ? DAY", true, "DELETE FROM t");
  }
}
