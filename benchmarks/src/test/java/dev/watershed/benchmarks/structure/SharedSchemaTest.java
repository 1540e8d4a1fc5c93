package dev.watershed.benchmarks.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedSchemaTest {

  private static final String SHOP =
      """
      CREATE TABLE `users` (`id` int NOT NULL, PRIMARY KEY (`id`));
      CREATE TABLE `orders` (`id` int NOT NULL, `user` int, PRIMARY KEY (`id`),
        CONSTRAINT `fk` FOREIGN KEY (`user`) REFERENCES `users` (`id`));
      CREATE TABLE `countries` (`id` int NOT NULL, PRIMARY KEY (`id`));
      """;
  private static final String FORUM =
      """
      CREATE TABLE `Users` (`id` int NOT NULL, PRIMARY KEY (`id`));
      CREATE TABLE `posts` (`id` int NOT NULL, `user` int, PRIMARY KEY (`id`),
        CONSTRAINT `fk` FOREIGN KEY (`user`) REFERENCES `Users` (`id`));
      """;

  private final SharedSchema schema =
      SharedSchema.of(Map.of("shop", "USE `x`;\n" + SHOP, "forum", "USE `x`;\n" + FORUM));

  private List<String> tables(int application) {
    return schema.applications().get(application).tables().stream()
        .map(Application.Table::name)
        .toList();
  }

  @Test
  void aNameThatSeveralHaveIsNumberedAndSaysNothingOfItsApplication() {
    assertThat(tables(0)).containsExactly("Users", "posts");
    assertThat(tables(1)).containsExactly("countries_2", "orders", "users_2");
    assertThat(schema.applicationOfTable()).containsEntry("users_2", "shop");
    assertThat(schema.script()).doesNotContain("shop_users", "forum_users");
  }

  @Test
  void foreignKeysFollowTheNames() {
    assertThat(schema.applications().get(0).tables().get(1).parents()).containsExactly("Users");
    assertThat(schema.applications().get(1).tables().get(1).parents()).containsExactly("users_2");
    assertThat(schema.catalog().schemas().get(0).table("orders").orElseThrow().foreignKeys())
        .singleElement()
        .satisfies(key -> assertThat(key.referencedTable()).isEqualTo("users_2"));
  }
}
