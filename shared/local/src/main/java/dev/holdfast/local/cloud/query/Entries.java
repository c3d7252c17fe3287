package dev.holdfast.local.cloud.query;

import java.util.Map;

/** A map in an answer, written as elements named entry, each with a key and its value. */
public record Entries(Map<String, String> values) {}
