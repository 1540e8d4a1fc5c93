/** The rules of the house that a build tool does not see, each with its reason. */
package dev.watershed.cli.architecture;
