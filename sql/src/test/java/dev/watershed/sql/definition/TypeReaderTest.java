package dev.watershed.sql.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types as MySQL 9.7 writes them into COLUMN_TYPE. */
class TypeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int; int",
        "INTEGER UNSIGNED; int unsigned",
        "int(11) signed; int(11)",
        "int4 zerofill; int(10) unsigned zerofill",
        "int(5) unsigned zerofill; int(5) unsigned zerofill",
        "BOOL; tinyint(1)",
        "boolean; tinyint(1)",
        "middleint; mediumint",
        "int8; bigint",
        "serial; bigint unsigned",
        "dec; decimal(10,0)",
        "numeric(7); decimal(7,0)",
        "fixed(7,3) unsigned; decimal(7,3) unsigned",
        "real; double",
        "double precision; double",
        "float8; double",
        "float(7,3); float(7,3)",
        "float(24); float",
        "float(25); double",
        "bit; bit(1)",
        "year(4); year",
        "datetime(0); datetime",
        "timestamp(6); timestamp(6)",
        "char; char(1)",
        "character varying(20); varchar(20)",
        "char varying(20); varchar(20)",
        "binary; binary(1)",
        "char(9) byte; binary(9)",
        "varchar(9) charset binary; varbinary(9)",
        "text character set binary; blob",
        "long; mediumtext",
        "long varchar; mediumtext",
        "long varbinary; mediumblob",
        "geometrycollection; geomcollection",
        "vector; vector(2048)",
        "vector(3); vector(3)",
        "enum('a','it''s', 'b  ','x,y'); enum('a','it''s','b','x,y')",
        "enum('a\\_b','c\\\\d','\\%'); enum('a\\\\_b','c\\\\d','\\\\%')",
        "set (\"a\",\"q'q\"); set('a','q''q')",
        "json; json",
        "uuid; uuid",
        "inet6; inet6",
      })
  void aTypeHasOneName(String written, String type) {
    assertThat(read(written).text()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "varchar(10) CHARACTER SET Latin1, latin1, false",
    "varchar(10) charset 'utf8mb4', utf8mb4, false",
    "char(3) binary, '', true",
    "char(3) ascii binary, latin1, true",
    "text unicode, ucs2, false",
    "national varchar(4), utf8mb3, false",
    "nchar(4), utf8mb3, false",
    "enum('a') charset latin1, latin1, false",
  })
  void aTextHasACharacterSet(String written, String charset, boolean binary) {
    DataType type = read(written.replace("('a')", "('a')"));
    assertThat(type.textual()).isTrue();
    assertThat(type.charset().orElse("")).isEqualTo(charset);
    assertThat(type.binaryCollation()).isEqualTo(binary);
  }

  private static DataType read(String type) {
    DefinitionScript script =
        DefinitionReader.read(
            "CREATE TABLE t (c " + type + ")", SqlMode.standard(), LiteralPolicy.REDACT);
    assertThat(script.issues()).isEmpty();
    CreateTable table = (CreateTable) script.definitions().get(0).definition();
    return ((TableElement.Column) table.elements().get(0)).type();
  }
}
