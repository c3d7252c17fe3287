package dev.holdfast.local.verify;

/** A low-stock alert as it went to the topic. */
public record PublishedAlert(String eventId, AlertRow alert) {}
