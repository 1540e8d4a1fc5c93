/**
 * What files say that teams keep for other programs. What enters: the files that the configuration
 * leads to: CODEOWNERS, Backstage catalogues, files that name the owners of tables, and who calls
 * whom. What leaves: claims of owners and calls between services, each with the file and line that
 * says it, and sentences on what could not be concluded. What is dropped: everything else in those
 * files; a name that is nobody's here is said and not guessed at.
 */
package dev.watershed.cli.imports;
