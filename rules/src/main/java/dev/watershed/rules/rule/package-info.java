/** What a rule is, what a configuration may say of it, and how it judges. */
package dev.watershed.rules.rule;
