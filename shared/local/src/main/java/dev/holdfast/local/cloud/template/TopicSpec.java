package dev.holdfast.local.cloud.template;

/** A topic as the template declares it. */
public record TopicSpec(String name) {}
