/** The rules that are built in, and those in force. */
package dev.watershed.rules.book;
