/** Rules about services: what was agreed with them. */
package dev.watershed.rules.service;
