/**
 * What definitions say: the tables, views, triggers, routines and events of a dump or a migration.
 *
 * <p>What enters: the text of a script ({@link dev.watershed.sql.definition.DefinitionReader}), as
 * {@code mysqldump --no-data} of MySQL and MariaDB write it, or a person. What leaves: its
 * definitions in order, as they are written, and a located issue for every statement that cannot be
 * read. What is dropped: statements that define nothing, and literals, unless they are asked for;
 * of a migration, statements that change rows are kept, and what is done to temporary tables goes.
 * What a definition leaves to the server (a collation, an index that a foreign key needs) is for
 * whoever knows the rest of the catalog.
 *
 * <p>Grammar: MySQL 9.7 Reference Manual, "Data Definition Statements", and MariaDB 11's, with the
 * comments that hold code for later versions ({@code /*!50100 … *}{@code /}).
 */
package dev.watershed.sql.definition;
